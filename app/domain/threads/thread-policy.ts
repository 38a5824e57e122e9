import type { Actor } from "~/domain/people/person-policy";
import type { ThreadSide } from "~db/schema/thread";
import { editableUntil, type Message, type Place, type Thread } from "./thread";

type Judged = Pick<Place, "kind" | "networkId" | "authorIds" | "reviewerIds" | "coordinatorIds" | "open">;
type JudgedThread = Pick<Thread, "startedBy" | "resolvedAt" | "lockedAt">;
type JudgedMessage = Pick<Message, "writtenAt" | "removed" | "reported" | "everReported"> & {
  writer: { id: string } | null;
};

const coordinates = (actor: Actor, { networkId }: Judged): boolean =>
  networkId !== null && (actor?.memberships.some((role) => role.coordinator && role.networkId === networkId) ?? false);

/**
 * As what somebody writes about it. Who reviews it writes as a reviewer even where they coordinate too: their name would tell more
 * than they may want.
 */
export function sideOf(actor: Actor, place: Judged): ThreadSide | null {
  if (!actor) return null;
  if (place.authorIds.includes(actor.person.id)) return "author";
  if (place.reviewerIds.includes(actor.person.id)) return "reviewer";
  return coordinates(actor, place) ? "coordinator" : null;
}

/** As what somebody reads it: coordinators know everyone, unless they wrote it themselves. */
export function readerSideOf(actor: Actor, place: Judged): ThreadSide | null {
  const side = sideOf(actor, place);
  return side === "reviewer" && coordinates(actor, place) ? "coordinator" : side;
}

/** What is published is talked about in public; a submission among its authors, its reviewers and the network's coordinators. */
export const canSeeThreads = (actor: Actor, place: Judged): boolean =>
  place.kind === "entry" || sideOf(actor, place) !== null;

/** Members of any network, where they may read. */
export const canWriteIn = (actor: Actor, place: Judged): boolean =>
  actor !== null &&
  place.open &&
  canSeeThreads(actor, place) &&
  (actor.memberships.length > 0 || actor.administrator || place.kind === "submission");

export const canReply = (actor: Actor, place: Judged, { lockedAt }: JudgedThread): boolean =>
  lockedAt === null && canWriteIn(actor, place);

/** Coordinators of its network and, where all is public, administrators; nobody about their own work. */
export const canModerate = (actor: Actor, place: Judged): boolean =>
  actor !== null &&
  !place.authorIds.includes(actor.person.id) &&
  (coordinates(actor, place) || (place.kind === "entry" && actor.administrator));

/** Who began it, who wrote what it is about, and who moderates. */
export const canResolve = (actor: Actor, place: Judged, thread: JudgedThread): boolean =>
  actor !== null &&
  canSeeThreads(actor, place) &&
  (canModerate(actor, place) ||
    (thread.lockedAt === null && (thread.startedBy === actor.person.id || place.authorIds.includes(actor.person.id))));

const isOwn = (actor: Actor, { writer }: JudgedMessage): boolean => actor !== null && writer?.id === actor.person.id;

/** For half an hour, and not once somebody has reported it: what was reported stays as it was. */
export const canEditMessage = (
  actor: Actor,
  place: Judged,
  thread: JudgedThread,
  message: JudgedMessage,
  now: Date,
): boolean =>
  isOwn(actor, message) &&
  message.removed === null &&
  !message.reported &&
  canReply(actor, place, thread) &&
  now <= editableUntil(message);

/** One's own at any time, where one may still read it. */
export const canTakeBack = (actor: Actor, place: Judged, message: JudgedMessage): boolean =>
  isOwn(actor, message) && message.removed === null && !message.reported && canSeeThreads(actor, place);

export const canReport = (actor: Actor, place: Judged, message: JudgedMessage): boolean =>
  actor !== null && message.removed === null && !isOwn(actor, message) && canSeeThreads(actor, place);

/** To be told of each message of a thread, or no more. */
export const canFollow = (actor: Actor, place: Judged): boolean => actor !== null && canSeeThreads(actor, place);

/** The coordinators who may decide on a message of a submission: who wrote neither it nor what was submitted. */
const listJudges = ({ coordinatorIds, authorIds }: Judged, { writer }: JudgedMessage): string[] =>
  coordinatorIds.filter((id) => id !== writer?.id && !authorIds.includes(id));

/**
 * What is said in a review is not for administrators, but for a message that was reported and on which no coordinator may decide, as
 * the only one wrote it: somebody must.
 */
const judgesForCoordinators = (actor: Actor, place: Judged, message: JudgedMessage): boolean =>
  actor?.administrator === true &&
  place.kind === "submission" &&
  message.everReported &&
  !place.authorIds.includes(actor.person.id) &&
  listJudges(place, message).length === 0;

/** Removes a message or dismisses what was reported about it: never about one's own. */
export const canJudgeMessage = (actor: Actor, place: Judged, message: JudgedMessage): boolean =>
  !isOwn(actor, message) && (canModerate(actor, place) || judgesForCoordinators(actor, place, message));

/** A message by itself: with its thread, or as far as it is to be judged. */
export const canSeeMessage = (actor: Actor, place: Judged, message: JudgedMessage): boolean =>
  canSeeThreads(actor, place) || canJudgeMessage(actor, place, message);
