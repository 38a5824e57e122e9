import { canManageNetwork } from "~/domain/networks/network-policy";
import type { Actor } from "~/domain/people/person-policy";

/** Null: the whole site, for which administrators curate. */
export const canCurateFor = (actor: Actor, networkId: string | null): boolean =>
  networkId === null ? (actor?.administrator ?? false) : canManageNetwork(actor, { id: networkId });

/** Curates for some network, or for the whole site. */
export const canCurate = (actor: Actor): boolean =>
  actor !== null && (actor.administrator || actor.memberships.some(({ coordinator }) => coordinator));

export const canManageCollection = (actor: Actor, { network }: { network: { id: string } | null }): boolean =>
  canCurateFor(actor, network?.id ?? null);
