import { type AppLoadContext, redirect } from "@remix-run/node";
import type { CollectionDraft } from "~/domain/collections/collection";
import { canManageCollection } from "~/domain/collections/collection-policy";
import { getCollectionDraft, getWithdrawal } from "~/domain/collections/collection-queries.server";
import { listNetworks } from "~/domain/networks/network-detail-queries.server";
import { canManageNetwork } from "~/domain/networks/network-policy";
import type { Actor } from "~/domain/people/person-policy";
import { requireActor } from "~/signed-in.server";
import { notFound } from "~/ui/not-found";

/** The collection of an address, for whoever works on it; to others its draft is not there. @throws Response */
export async function collectionToManage(
  context: AppLoadContext,
  request: Request,
  id = "",
): Promise<{ actor: NonNullable<Actor>; collection: CollectionDraft }> {
  const actor = await requireActor(context, request);
  const collection = await getCollectionDraft(context.services.readDb, id);
  if (!collection || !canManageCollection(actor, collection)) throw notFound();
  // What was withdrawn is worked on no more.
  if (await getWithdrawal(context.services.readDb, id)) throw redirect(`/collections/${id}`);
  return { actor, collection };
}

/** In whose name somebody curates. */
export async function curatedPlaces({ services }: AppLoadContext, actor: NonNullable<Actor>) {
  const networks = (await listNetworks(services.readDb)).filter((network) => canManageNetwork(actor, network));
  return { networks, site: actor.administrator };
}
