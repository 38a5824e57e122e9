import type { Contribution } from "~/domain/contributions/contribution";
import type { Actor } from "~/domain/people/person-policy";

type Judged = Pick<Contribution, "status" | "networkId" | "authors">;

/** Answers for what a network publishes. */
export const canCurate = (actor: Actor, { networkId }: Judged): boolean =>
  actor !== null &&
  (actor.administrator || actor.memberships.some((role) => role.coordinator && role.networkId === networkId));
