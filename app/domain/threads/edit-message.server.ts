import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import type { SafeHtml } from "~/domain/text/safe-html";
import type { Db } from "~db/client.server";
import { loadMessage, type MessageRef } from "./message-at-hand.server";
import { stateOf } from "./thread";
import { canEditMessage } from "./thread-policy";

/** Mends one's own message. `seen` is the state that the form was opened on. @returns false when it stands otherwise by now @throws Response */
export async function editMessage(
  db: Db,
  doer: Doer,
  ref: MessageRef,
  { text, html, seen }: { text: string; html: SafeHtml; seen: string },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { actor, place, thread, message } = await loadMessage(trx, doer.actor, ref);
    if (message.writer?.id !== actor.person.id) throw forbidden();
    // Locked, reported, removed or too late by now: told like any other change that came first.
    if (!canEditMessage(actor, place, thread, message, doer.at) || stateOf(message) !== seen) return false;
    await trx
      .updateTable("thread_message")
      .set({ text, html, edited_at: doer.at.toISOString() })
      .where("thread_id", "=", ref.threadId)
      .where("number", "=", ref.number)
      .execute();
    return true;
  });
}
