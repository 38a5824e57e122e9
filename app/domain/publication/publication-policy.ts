import type { Contribution } from "~/domain/contributions/contribution";
import { after, type Verb } from "~/domain/contributions/states";
import type { Actor } from "~/domain/people/person-policy";
import type { ContributionStatus } from "~db/schema/contribution";

type Judged = Pick<Contribution, "status" | "networkId" | "authors">;

/** Answers for what a network publishes. */
export const canCurate = (actor: Actor, { networkId }: Judged): boolean =>
  actor !== null &&
  (actor.administrator || actor.memberships.some((role) => role.coordinator && role.networkId === networkId));

const may = (actor: Actor, contribution: Judged, verb: Verb): boolean =>
  canCurate(actor, contribution) && after(contribution.status, verb) !== undefined;

export const canPublish = (actor: Actor, contribution: Judged): boolean => may(actor, contribution, "publish");

const decided: readonly ContributionStatus[] = ["accepted", "published", "superseded", "archived", "withdrawn"];

/** Sees what became of something that was to be published. */
export const canSeePublication = (actor: Actor, contribution: Judged): boolean =>
  canCurate(actor, contribution) && decided.includes(contribution.status);

/** Takes it out of what is found, or out of the library. */
export const canRetire = (actor: Actor, contribution: Judged): boolean => may(actor, contribution, "withdraw");

export const canArchive = (actor: Actor, contribution: Judged): boolean => may(actor, contribution, "archive");

export const canRestore = (actor: Actor, contribution: Judged): boolean => may(actor, contribution, "restore");

/** Begins the next version: an author, or a coordinator with a correction. */
export const canRevise = (actor: Actor, contribution: Judged): boolean =>
  contribution.status === "published" &&
  actor !== null &&
  (canCurate(actor, contribution) || contribution.authors.some(({ personId }) => personId === actor.person.id));

/** Hands what came with the installation to a network. */
export const canAdopt = (actor: Actor): boolean => actor?.administrator ?? false;
