import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { addMessage, type NewMessage, sentJustNow, writesTooMuch } from "./add-message.server";
import { getPlace } from "./place-queries.server";
import { listQuotable } from "./quotable-queries.server";
import { findQuoted } from "./quoted-words";
import { tellOfThread } from "./tell-of-thread.server";
import type { PlaceRef } from "./thread";
import { canWriteIn, sideOf } from "./thread-policy";
import { writingAs } from "./writing";

interface NewThread extends NewMessage {
  title: string;
  /** Words of the text that it is about. */
  quote: string | null;
}

/** Begins a thread. @returns its id, or what is wrong @throws Response */
export async function startThread(
  db: Db,
  doer: Doer,
  ref: PlaceRef,
  { title, quote, ...message }: NewThread,
): Promise<{ id: string } | { problem: "often" | "not-quoted" }> {
  return db.transaction().execute(async (trx) => {
    const place = await getPlace(trx, ref);
    const { actor, at } = doer;
    if (!actor || !place || !canWriteIn(actor, place)) throw forbidden();
    const writing = writingAs(doer, actor);
    const twin = await trx
      .selectFrom("thread")
      .where(ref.kind === "entry" ? "entry_id" : "contribution_id", "=", ref.id)
      .where("started_by", "=", writing.personId)
      .where("title", "=", title)
      .where("created_at", ">", sentJustNow(at))
      .select("id")
      .executeTakeFirst();
    if (twin) return twin;
    if (await writesTooMuch(trx, writing)) return { problem: "often" as const };
    const field = quote === null ? null : findQuoted(quote, await listQuotable(trx, ref, sideOf(actor, place)));
    if (field === undefined) return { problem: "not-quoted" as const };
    const id = randomUUID();
    const time = at.toISOString();
    await trx
      .insertInto("thread")
      .values({
        ...{ id, title, language: message.language, quote, quote_field: field, started_by: writing.personId },
        ...{ entry_id: ref.kind === "entry" ? ref.id : null, contribution_id: ref.kind === "entry" ? null : ref.id },
        ...{ created_at: time, last_at: time, last_number: 0 },
      })
      .execute();
    await addMessage(trx, writing, { place, threadId: id }, { ...message, quoted: null });
    await tellOfThread(trx, writing, place, id);
    return { id };
  });
}
