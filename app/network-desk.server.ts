import type { AppLoadContext } from "@remix-run/node";
import { forbidden } from "~/domain/forbidden";
import type { Network } from "~/domain/networks/network";
import { getNetwork } from "~/domain/networks/network-detail-queries.server";
import { canManageNetwork } from "~/domain/networks/network-policy";
import type { Actor } from "~/domain/people/person-policy";
import { requireActor } from "~/signed-in.server";
import { orNotFound } from "~/ui/not-found";

/** The network of the address and its coordinator; anyone else is sent away before anything is read. @throws Response */
export async function requireCoordinator(
  context: AppLoadContext,
  request: Request,
  slug = "",
): Promise<{ actor: NonNullable<Actor>; network: Network }> {
  const actor = await requireActor(context, request);
  const network = orNotFound(await getNetwork(context.services.readDb, slug));
  if (!canManageNetwork(actor, network)) throw forbidden();
  return { actor, network };
}
