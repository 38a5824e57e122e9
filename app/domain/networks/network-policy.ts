import type { Actor } from "~/domain/people/person-policy";

/** Makes networks and parts of networks, and names their first coordinators. */
export const canCreateNetwork = (actor: Actor): boolean => actor?.administrator ?? false;

/** Makes a network a part of another: this takes the say of that one too. */
export const canPlaceNetwork = (actor: Actor, network: { id: string }, parent: { id: string }): boolean =>
  canManageNetwork(actor, network) && canManageNetwork(actor, parent);

/** Chooses its cities and policies. A part of a network is governed by its own coordinators, not by those of the whole. */
export const canManageNetwork = (actor: Actor, network: { id: string }): boolean =>
  actor !== null &&
  (actor.administrator || actor.memberships.some((role) => role.networkId === network.id && role.coordinator));
