import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { addMessage, type NewMessage, sentJustNow, writesTooMuch } from "./add-message.server";
import { getPlace } from "./place-queries.server";
import { findQuoted } from "./quoted-words";
import { tellOfReply } from "./tell-of-thread.server";
import { canReply, canWriteIn } from "./thread-policy";
import { getMessage, getThread } from "./thread-queries.server";
import { writingAs } from "./writing";

interface Reply extends NewMessage {
  /** The message that it answers, with its words; they must stand there. */
  quoted: { number: number; text: string } | null;
}

/** Answers in a thread. @returns the message's number, or what is wrong @throws Response */
export async function replyToThread(
  db: Db,
  doer: Doer,
  threadId: string,
  reply: Reply,
): Promise<{ number: number } | { problem: "often" | "locked" | "not-quoted" }> {
  return db.transaction().execute(async (trx) => {
    const thread = await getThread(trx, threadId);
    const place = thread && (await getPlace(trx, thread.place));
    const { actor, at } = doer;
    if (!actor || !place || !canWriteIn(actor, place)) throw forbidden();
    if (!canReply(actor, place, thread)) return { problem: "locked" as const };
    const writing = writingAs(doer, actor);
    const twin = await trx
      .selectFrom("thread_message")
      .where("thread_id", "=", threadId)
      .where("writer_id", "=", writing.personId)
      .where("text", "=", reply.text)
      .where("written_at", ">", sentJustNow(at))
      .select("number")
      .executeTakeFirst();
    if (twin) return twin;
    if (await writesTooMuch(trx, writing)) return { problem: "often" as const };
    const { quoted } = reply;
    const answered = quoted && (await getMessage(trx, threadId, quoted.number));
    if (quoted && !(answered && findQuoted(quoted.text, [["text", answered.text]])))
      return { problem: "not-quoted" as const };
    const number = await addMessage(trx, writing, { place, threadId }, reply);
    if (number === null) return { problem: "locked" as const };
    await tellOfReply(trx, writing, { place, thread, number, answered: answered?.writer?.id ?? null });
    return { number };
  });
}
