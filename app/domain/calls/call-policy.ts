import { canManageNetwork } from "~/domain/networks/network-policy";
import type { Actor } from "~/domain/people/person-policy";

interface Judged {
  status: string;
  network: { id: string } | null;
}

/** Calls in the name of some network, or of the whole site. */
export const canDraftCalls = (actor: Actor): boolean =>
  actor !== null && (actor.administrator || actor.memberships.some(({ coordinator }) => coordinator));

/** Null: the whole site, which administrators speak for. */
export const canCallFor = (actor: Actor, networkId: string | null): boolean =>
  networkId === null ? (actor?.administrator ?? false) : canManageNetwork(actor, { id: networkId });

export const canManageCall = (actor: Actor, { network }: Pick<Judged, "network">): boolean =>
  canCallFor(actor, network?.id ?? null);

export const canSeeCall = (actor: Actor, call: Judged): boolean =>
  call.status !== "draft" || canManageCall(actor, call);
