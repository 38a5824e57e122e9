import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { decideReports } from "./decide-reports.server";
import { loadMessage, type MessageRef } from "./message-at-hand.server";
import { tellRemoved } from "./tell-of-thread.server";
import { canJudgeMessage, canTakeBack } from "./thread-policy";

/**
 * Takes the words of a message away, and where others quote them; that there was one, and why it is gone, stays.
 * `reason` null: its writer takes it back. @returns false when somebody was faster @throws Response
 */
export async function removeMessage(db: Db, doer: Doer, ref: MessageRef, reason: string | null): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { actor, place, message } = await loadMessage(trx, doer.actor, ref);
    const byWriter = reason === null;
    const isTheirs = message.writer?.id === actor.person.id;
    if (byWriter ? !isTheirs : !canJudgeMessage(actor, place, message)) throw forbidden();
    if (message.removed || (byWriter && !canTakeBack(actor, place, message))) return false;
    const { threadId, number } = ref;
    await trx
      .updateTable("thread_message")
      .set({
        ...{ text: "", html: "", quoted_number: null, quote: null, removed_at: doer.at.toISOString() },
        ...{ removed_by: byWriter ? "writer" : "moderator", removal_reason: reason },
      })
      .where("thread_id", "=", threadId)
      .where("number", "=", number)
      .execute();
    await trx
      .updateTable("thread_message")
      .set({ quote: "" })
      .where("thread_id", "=", threadId)
      .where("quoted_number", "=", number)
      .execute();
    if (number === 1) await trx.updateTable("thread").set({ title: "" }).where("id", "=", threadId).execute();
    await recordEvent(trx, doer, {
      action: byWriter ? "take-back-message" : "remove-message",
      subject: { kind: "thread", id: threadId },
      details: { number },
    });
    if (byWriter) return true;
    const about = { place, threadId, number };
    await decideReports(trx, doer, about, "removed");
    if (message.writer) await tellRemoved(trx, about, message.writer.id, doer.at);
    return true;
  });
}
