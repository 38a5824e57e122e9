import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { curatedPlaces } from "~/collection-at-hand.server";
import { listCollections, listOwnCollections } from "~/domain/collections/collection-list-queries.server";
import { canCurate } from "~/domain/collections/collection-policy";
import { readActor } from "~/signed-in.server";
import { CollectionsPage } from "~/ui/collection/collections-page";
import { listMeta } from "~/ui/list-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const actor = await readActor(context, request);
  const collections = await listCollections(readDb);
  if (!actor || !canCurate(actor)) return { collections, own: null };
  const { networks, site } = await curatedPlaces(context, actor);
  return { collections, own: await listOwnCollections(readDb, { networks: networks.map(({ id }) => id), site }) };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "collections");

export default function Collections() {
  return <CollectionsPage {...useLoaderData<typeof loader>()} />;
}
