import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { getPlace } from "./place-queries.server";
import type { Message, Place, Thread } from "./thread";
import { canSeeMessage } from "./thread-policy";
import { getMessage, getThread } from "./thread-queries.server";

export interface MessageRef {
  threadId: string;
  number: number;
}

/** A message with its thread and place, inside a transaction, for somebody who may read it. @throws Response */
export async function loadMessage(
  trx: Db,
  actor: Actor,
  { threadId, number }: MessageRef,
): Promise<{ actor: NonNullable<Actor>; place: Place; thread: Thread; message: Message }> {
  const thread = await getThread(trx, threadId);
  const place = thread && (await getPlace(trx, thread.place));
  const message = await getMessage(trx, threadId, number);
  if (!actor || !place || !message || !canSeeMessage(actor, place, message)) throw forbidden();
  return { actor, place, thread, message };
}
