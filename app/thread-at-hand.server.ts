import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "~/domain/people/person-policy";
import { getPlace } from "~/domain/threads/place-queries.server";
import type { Message, Place, Thread } from "~/domain/threads/thread";
import { readNumber } from "~/domain/threads/thread-forms";
import { canSeeMessage, canSeeThreads } from "~/domain/threads/thread-policy";
import { getMessage, getThread } from "~/domain/threads/thread-queries.server";
import { readActor, requireActor } from "~/signed-in.server";
import { notFound } from "~/ui/not-found";

interface ThreadAtHand {
  actor: Actor;
  place: Place;
  thread: Thread;
}

/**
 * The thread of an address, for who may read it. To whom may not, it does not exist; who is not signed in may do so first, whether
 * there is one or not. @throws Response
 */
export async function threadAtHand(
  context: AppLoadContext,
  request: Request,
  id: string | undefined,
): Promise<ThreadAtHand> {
  const { readDb } = context.services;
  const actor = await readActor(context, request);
  const thread = await getThread(readDb, id ?? "");
  const place = thread && (await getPlace(readDb, thread.place));
  if (place && canSeeThreads(actor, place)) return { actor, place, thread };
  await requireActor(context, request);
  throw notFound();
}

export interface MessageAtHand extends ThreadAtHand {
  message: Message;
}

/** One message, for who may read the thread or judge this message. @throws Response */
export async function messageAtHand(
  context: AppLoadContext,
  request: Request,
  { id, number }: { id?: string; number?: string },
): Promise<MessageAtHand> {
  const { readDb } = context.services;
  const actor = await readActor(context, request);
  const thread = await getThread(readDb, id ?? "");
  const place = thread && (await getPlace(readDb, thread.place));
  const message = thread && (await getMessage(readDb, thread.id, readNumber(number) ?? 0));
  if (place && message && canSeeMessage(actor, place, message)) return { actor, place, thread, message };
  if (place && canSeeThreads(actor, place)) throw notFound();
  await requireActor(context, request);
  throw notFound();
}
