import { canManageNetwork } from "~/domain/networks/network-policy";
import type { Actor } from "~/domain/people/person-policy";
import type { JoinPolicy, MembershipTable } from "~db/schema/membership";

interface NetworkToJoin {
  id: string;
  joinPolicy: JoinPolicy;
}

/** Null: the person has nothing to do with the network yet. */
export type Standing = MembershipTable["state"] | null;

const isMember = (actor: Actor, networkId: string): boolean =>
  actor?.memberships.some((role) => role.networkId === networkId) ?? false;

/** Belongs to it at once. */
export const canJoin = (actor: Actor, network: NetworkToJoin, standing: Standing): boolean =>
  actor !== null && standing === null && network.joinPolicy === "open";

/** Asks a coordinator. */
export const canAskToJoin = (actor: Actor, network: NetworkToJoin, standing: Standing): boolean =>
  actor !== null && standing === null && network.joinPolicy === "request";

/** Takes back their request, or their membership. */
export const canLeave = (actor: Actor, standing: Standing): boolean => actor !== null && standing !== null;

/** Decides requests, gives and takes roles, removes, invites, and says who speaks for a city of the network. */
export const canManageMembers = canManageNetwork;

/** Members see each other; everyone sees those who have a public profile. */
export const canSeeAllMembers = (actor: Actor, network: { id: string }): boolean =>
  isMember(actor, network.id) || canManageMembers(actor, network);

/** An invitation is for the holder of the address that it was sent to, whoever else may have the link. */
export const canAcceptInvitation = (actor: Actor, invitation: { email: string }, ownEmail: string): boolean =>
  actor !== null && invitation.email === ownEmail;

/** A network that has coordinators keeps one. */
export const needsAnotherCoordinator = (membership: { coordinator: boolean }, coordinators: number): boolean =>
  membership.coordinator && coordinators <= 1;
