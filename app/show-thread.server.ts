import type { AppLoadContext } from "@remix-run/node";
import { listFollowersOf } from "~/domain/threads/follower-queries.server";
import { type Message, messagesPerPage } from "~/domain/threads/thread";
import { readNumber } from "~/domain/threads/thread-forms";
import { getMessage, listMessages } from "~/domain/threads/thread-queries.server";
import type { threadAtHand } from "~/thread-at-hand.server";
import { toMessageView, toThreadView } from "~/thread-views.server";
import { pageOf } from "~/ui/page-of";

/** So much of a message is put into the form of the one who quotes it. */
const proposed = 400;

/** A page of a thread, and the message that the reader wants to quote. */
export async function showThread(
  context: AppLoadContext,
  request: Request,
  { actor, place, thread }: Awaited<ReturnType<typeof threadAtHand>>,
) {
  const { readDb, now } = context.services;
  const pages = Math.max(1, Math.ceil(thread.messages / messagesPerPage));
  const page = Math.min(pageOf(request), pages);
  const messages = await listMessages(readDb, thread.id, page);
  const asked = readNumber(new URL(request.url).searchParams.get("quote"));
  const quoting = asked === null ? undefined : await getMessage(readDb, thread.id, asked);
  return {
    thread: toThreadView(actor, place, thread),
    messages: messages.map((message) => toMessageView(actor, { place, thread, message }, now())),
    ...{ page, pages },
    quoting: quoting && !quoting.removed ? { number: quoting.number, text: beginningOf(quoting) } : null,
    signedIn: actor !== null,
    follows: actor !== null && (await listFollowersOf(readDb, thread.id)).some(({ id }) => id === actor.person.id),
  };
}

/** The first words of a message, cut where a word ends. */
function beginningOf({ text }: Message): string {
  if (text.length <= proposed) return text;
  const cut = text.slice(0, proposed);
  return cut.slice(0, Math.max(cut.search(/\s\S*$/), 1));
}
