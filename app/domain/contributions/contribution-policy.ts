import type { Actor } from "~/domain/people/person-policy";
import type { ContributionStatus } from "~db/schema/contribution";
import type { Contribution } from "./contribution";
import { after } from "./states";

type Judged = Pick<Contribution, "kind" | "status" | "networkId" | "cityId" | "authors" | "factCheck">;

const editable: readonly ContributionStatus[] = ["draft", "changes-requested"];

const isAuthor = (actor: Actor, { authors }: Judged): boolean =>
  actor !== null && authors.some(({ personId }) => personId === actor.person.id);

const isOfficial = (actor: Actor, { cityId }: Judged): boolean =>
  actor !== null && cityId !== null && actor.cities.includes(cityId);

const isCoordinator = (actor: Actor, { networkId }: Judged): boolean =>
  actor?.memberships.some((role) => role.coordinator && role.networkId === networkId) ?? false;

/** Authors always; coordinators once it was submitted to their network; the city's officials once they were asked for its facts. */
export const canRead = (actor: Actor, contribution: Judged): boolean =>
  isAuthor(actor, contribution) ||
  (contribution.status !== "draft" && isCoordinator(actor, contribution)) ||
  (contribution.factCheck !== null && isOfficial(actor, contribution));

/** What a draft was before is for those who write it. */
export const canSeeHistory = isAuthor;

export const canEdit = (actor: Actor, contribution: Judged): boolean =>
  isAuthor(actor, contribution) && editable.includes(contribution.status);

/** A draft goes to a network in which the author is a member. */
export const canSubmitTo = (actor: Actor, networkId: string): boolean =>
  actor?.memberships.some((role) => role.networkId === networkId) ?? false;

export const canSubmit = (actor: Actor, contribution: Judged): boolean =>
  isAuthor(actor, contribution) && after(contribution.status, "submit") !== undefined;

export const canWithdraw = (actor: Actor, contribution: Judged): boolean =>
  isAuthor(actor, contribution) && after(contribution.status, "take-back") !== undefined;

/** Only who began it may throw it away. */
export const canDelete = (actor: Actor, contribution: Judged): boolean =>
  actor !== null && contribution.status === "draft" && contribution.authors[0]?.personId === actor.person.id;

export const canAskFactCheck = (actor: Actor, contribution: Judged): boolean =>
  contribution.kind === "case-study" &&
  contribution.cityId !== null &&
  (contribution.status === "draft" || contribution.status === "submitted") &&
  isAuthor(actor, contribution) &&
  (contribution.factCheck === null || contribution.factCheck.answer !== null);

/** An official of the city, unless they wrote it themselves. */
export const canCheckFacts = (actor: Actor, contribution: Judged): boolean =>
  contribution.factCheck?.answer === null && isOfficial(actor, contribution) && !isAuthor(actor, contribution);
