import type { SafeHtml } from "~/domain/text/safe-html";
import type { Anonymity } from "~db/schema/membership";
import type { ThreadSide } from "~db/schema/thread";

/** What threads are about: a published entry, or a contribution that was submitted. */
export interface PlaceRef {
  kind: "entry" | "submission";
  id: string;
}

/** The same, with all that the policy, the pages and the news of its threads ask of it. */
export interface Place extends PlaceRef {
  title: string;
  /** Of the title and the text. */
  language: string;
  /** Where it is read, from the root; of a submission, where its authors and coordinators read it. */
  path: string;
  /** The network whose coordinators moderate; null: administrators do. */
  networkId: string | null;
  authorIds: string[];
  /** Who said yes to review it. */
  reviewerIds: string[];
  /** Of the network of a submission. */
  coordinatorIds: string[];
  anonymity: Anonymity;
  /** New messages are taken. */
  open: boolean;
}

export interface Thread {
  id: string;
  place: PlaceRef;
  /** Empty: it was removed with the first message. */
  title: string;
  language: string;
  quote: { text: string; field: string | null } | null;
  startedBy: string | null;
  createdAt: string;
  lastAt: string;
  messages: number;
  resolvedAt: string | null;
  lockedAt: string | null;
}

/** A message with who wrote it: for the server alone, which cuts it down to what a reader may know. */
export interface Message {
  number: number;
  writer: { id: string; name: string; listed: boolean } | null;
  side: ThreadSide | null;
  reviewerNumber: number | null;
  language: string;
  text: string;
  html: SafeHtml;
  quoted: { number: number; text: string } | null;
  writtenAt: string;
  editedAt: string | null;
  removed: { by: "writer" | "moderator"; reason: string | null } | null;
  /** Somebody has reported it, and nobody has decided yet. */
  reported: boolean;
  /** Somebody has, and it may be decided by now. */
  everReported: boolean;
}

export const messagesPerPage = 20;
export const threadsPerPage = 20;
export const longestMessage = 5000;
export const longestQuote = 1000;
/** A person may send so many messages, and so many reports, within an hour. */
export const mostPerHour = 30;
const editMinutes = 30;

/** Where the threads of a place are listed. */
export const discussionPath = ({ path }: Pick<Place, "path">): string => `${path}/discussion`;

/** Messages keep their numbers, and each page holds as many: a link to a message stays right. */
export function messagePath(threadId: string, number: number): string {
  const page = Math.ceil(number / messagesPerPage);
  return `/threads/${threadId}${page > 1 ? `?page=${page}` : ""}#message-${number}`;
}

/** Until when its writer may still mend it. */
export const editableUntil = ({ writtenAt }: Pick<Message, "writtenAt">): Date =>
  new Date(Date.parse(writtenAt) + editMinutes * 60_000);

/** Which state of a message a form was opened on. */
export const stateOf = ({ writtenAt, editedAt }: Pick<Message, "writtenAt" | "editedAt">): string =>
  editedAt ?? writtenAt;
