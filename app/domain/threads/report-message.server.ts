import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { loadMessage, type MessageRef } from "./message-at-hand.server";
import { tellModerators } from "./tell-of-thread.server";
import { mostPerHour } from "./thread";
import { canReport } from "./thread-policy";

/** Tells those who moderate that a message should not stand; once each, until they have decided. @throws Response */
export async function reportMessage(
  db: Db,
  doer: Doer,
  ref: MessageRef,
  reason: string,
): Promise<"reported" | "often" | "gone"> {
  return db.transaction().execute(async (trx) => {
    const { actor, place, message } = await loadMessage(trx, doer.actor, ref);
    if (message.removed) return "gone";
    if (!canReport(actor, place, message)) throw forbidden();
    const { threadId, number } = ref;
    const reports = trx.selectFrom("thread_report").where("reporter_id", "=", actor.person.id);
    const own = await reports
      .where("thread_id", "=", threadId)
      .where("number", "=", number)
      .where("outcome", "is", null)
      .select("id")
      .executeTakeFirst();
    if (own) return "reported";
    const anHourAgo = new Date(doer.at.getTime() - 60 * 60_000).toISOString();
    const { lately } = await reports
      .where("reported_at", ">", anHourAgo)
      .select(({ fn }) => fn.countAll<number>().as("lately"))
      .executeTakeFirstOrThrow();
    if (lately >= mostPerHour) return "often";
    const id = randomUUID();
    await trx
      .insertInto("thread_report")
      .values({
        ...{ id, thread_id: threadId, number, reporter_id: actor.person.id, reason },
        reported_at: doer.at.toISOString(),
      })
      .execute();
    const about = { place, threadId, number, writerId: message.writer?.id ?? null, reportId: id };
    await tellModerators(trx, about, doer.at);
    return "reported";
  });
}
