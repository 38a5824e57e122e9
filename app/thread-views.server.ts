import type { Actor } from "~/domain/people/person-policy";
import { maySee } from "~/domain/reviews/who-sees-whom";
import { discussionPath, type Message, messagePath, type Place, type Thread } from "~/domain/threads/thread";
import {
  canEditMessage,
  canJudgeMessage,
  canModerate,
  canReply,
  canReport,
  canResolve,
  canSeeThreads,
  canTakeBack,
  readerSideOf,
  sideOf,
} from "~/domain/threads/thread-policy";
import type { ThreadLine } from "~/domain/threads/thread-queries.server";
import type { AboutView, MessageView, ThreadLineView, ThreadView } from "~/domain/threads/thread-view";
import { viewWriter } from "~/domain/threads/writer-view";
import { threadSides } from "~db/schema/thread";

const readerOf = (actor: Actor, place: Place) => ({
  side: readerSideOf(actor, place),
  personId: actor?.person.id ?? null,
});

export function toAbout(actor: Actor, place: Place): AboutView {
  const side = sideOf(actor, place);
  const { kind, title, language, open, anonymity } = place;
  return {
    ...{ kind, title, language, open, side },
    ...pathsFor(actor, place),
    hidden: kind === "submission" && side !== null && threadSides.some((other) => !maySee(other, side, anonymity)),
  };
}

/** Reviewers read what they review among their tasks; who only judges one message has come from the list of those. */
function pathsFor(actor: Actor, place: Place): Pick<AboutView, "path" | "discussion"> {
  if (!canSeeThreads(actor, place)) return { path: "/admin/reports", discussion: "/admin/reports" };
  const reviews = place.kind === "submission" && readerSideOf(actor, place) === "reviewer";
  return { path: reviews ? "/reviews" : place.path, discussion: discussionPath(place) };
}

export const toLine = (actor: Actor, place: Place, thread: ThreadLine): ThreadLineView => ({
  id: thread.id,
  title: thread.title,
  language: thread.language,
  messages: thread.messages,
  lastAt: thread.lastAt,
  resolvedAt: thread.resolvedAt,
  quote: thread.quote?.text ?? null,
  locked: thread.lockedAt !== null,
  first: viewWriter(thread.first, readerOf(actor, place), place),
});

export const toThreadView = (actor: Actor, place: Place, thread: Thread): ThreadView => ({
  id: thread.id,
  title: thread.title,
  language: thread.language,
  quote: thread.quote,
  resolvedAt: thread.resolvedAt,
  lockedAt: thread.lockedAt,
  about: toAbout(actor, place),
  may: {
    reply: canReply(actor, place, thread),
    resolve: canResolve(actor, place, thread),
    moderate: canModerate(actor, place),
  },
});

/** A message without anything of its writer that its reader may not know. */
export const toMessageView = (
  actor: Actor,
  { place, thread, message }: { place: Place; thread: Thread; message: Message },
  now: Date,
): MessageView => ({
  number: message.number,
  language: message.language,
  quoted: message.quoted,
  writtenAt: message.writtenAt,
  removed: message.removed,
  html: message.html,
  edited: message.editedAt !== null,
  writer: viewWriter(message, readerOf(actor, place), place),
  path: messagePath(thread.id, message.number),
  may: {
    edit: canEditMessage(actor, place, thread, message, now),
    takeBack: canTakeBack(actor, place, message),
    report: canReport(actor, place, message),
    judge: canJudgeMessage(actor, place, message) && (message.removed === null || message.reported),
  },
});
