import type { SafeHtml } from "~/domain/text/safe-html";
import type { Db } from "~db/client.server";
import type { ThreadSide } from "~db/schema/thread";
import { mostPerHour, type Place } from "./thread";
import { sideOf } from "./thread-policy";
import type { Writing } from "./writing";

const hourMs = 60 * 60_000;
/** The same words by the same person within this time were sent twice, and meant once. */
const twiceMs = 60_000;

/** A message as it was given, rendered before. */
export interface NewMessage {
  text: string;
  html: SafeHtml;
  /** BCP 47 of what was written, as far as the page tells. */
  language: string;
}

const before = (at: Date, ms: number): string => new Date(at.getTime() - ms).toISOString();
export const sentJustNow = (at: Date): string => before(at, twiceMs);

/** Whether this person has written as much within an hour as one may. */
export async function writesTooMuch(trx: Db, { personId, at }: Writing): Promise<boolean> {
  const { written } = await trx
    .selectFrom("thread_message")
    .where("writer_id", "=", personId)
    .where("written_at", ">", before(at, hourMs))
    .select(({ fn }) => fn.countAll<number>().as("written"))
    .executeTakeFirstOrThrow();
  return written >= mostPerHour;
}

/** Writes the next message of a thread. @returns its number; null when the thread was locked meanwhile */
export async function addMessage(
  trx: Db,
  { actor, personId, at }: Writing,
  { place, threadId }: { place: Place; threadId: string },
  { text, html, language, quoted }: NewMessage & { quoted: { number: number; text: string } | null },
): Promise<number | null> {
  const row = await trx
    .updateTable("thread")
    .set((eb) => ({ last_number: eb("last_number", "+", 1), last_at: at.toISOString() }))
    .where("id", "=", threadId)
    .where("locked_at", "is", null)
    .returning("last_number")
    .executeTakeFirst();
  if (!row) return null;
  const side = sideOf(actor, place);
  await trx
    .insertInto("thread_message")
    .values({
      ...{ thread_id: threadId, number: row.last_number, writer_id: personId, side, language, text, html },
      reviewer_number: await reviewerNumber(trx, place, personId, side),
      ...{ quoted_number: quoted?.number ?? null, quote: quoted?.text ?? null },
      written_at: at.toISOString(),
    })
    .execute();
  return row.last_number;
}

/** What a reviewer is called in all threads of a contribution: who wrote first is the first, and stays so. */
async function reviewerNumber(trx: Db, place: Place, personId: string, side: ThreadSide | null) {
  if (place.kind !== "submission" || side !== "reviewer") return null;
  const written = trx
    .selectFrom("thread_message as message")
    .innerJoin("thread", "thread.id", "message.thread_id")
    .where("thread.contribution_id", "=", place.id)
    .where("message.reviewer_number", "is not", null);
  const own = await written
    .where("message.writer_id", "=", personId)
    .select("message.reviewer_number as number")
    .executeTakeFirst();
  if (own) return own.number;
  const last = await written
    .select(({ fn }) => fn.max<number | null>("message.reviewer_number").as("number"))
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}
