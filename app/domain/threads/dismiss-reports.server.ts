import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { decideReports } from "./decide-reports.server";
import { loadMessage, type MessageRef } from "./message-at-hand.server";
import { canJudgeMessage } from "./thread-policy";

/** Lets a reported message stand. @returns false when somebody has decided already @throws Response */
export async function dismissReports(db: Db, doer: Doer, ref: MessageRef): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { actor, place, message } = await loadMessage(trx, doer.actor, ref);
    if (!canJudgeMessage(actor, place, message)) throw forbidden();
    const reports = await decideReports(trx, doer, { place, ...ref }, "dismissed");
    if (reports === 0) return false;
    await recordEvent(trx, doer, {
      action: "dismiss-report",
      subject: { kind: "thread", id: ref.threadId },
      details: { number: ref.number, reports },
    });
    return true;
  });
}
