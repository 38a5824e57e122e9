import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { getPlace } from "./place-queries.server";
import { canModerate, canResolve, canSeeThreads } from "./thread-policy";
import { getThread } from "./thread-queries.server";

const verbs = {
  resolve: { column: "resolved_at", sets: true },
  reopen: { column: "resolved_at", sets: false },
  lock: { column: "locked_at", sets: true },
  unlock: { column: "locked_at", sets: false },
} as const;
export type SettlingVerb = keyof typeof verbs;

export const isSettlingVerb = (text: unknown): text is SettlingVerb => typeof text === "string" && text in verbs;

/** Says that a thread is settled or not, or takes no more messages. @returns false when somebody was faster @throws Response */
export async function settleThread(db: Db, doer: Doer, threadId: string, verb: SettlingVerb): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const thread = await getThread(trx, threadId);
    const place = thread && (await getPlace(trx, thread.place));
    const { actor, at } = doer;
    const { column, sets } = verbs[verb];
    if (!place || !canSeeThreads(actor, place)) throw forbidden();
    const may = column === "locked_at" ? canModerate(actor, place) : canResolve(actor, place, thread);
    if (!may) throw forbidden();
    const { numUpdatedRows } = await trx
      .updateTable("thread")
      .set({ [column]: sets ? at.toISOString() : null })
      .where("id", "=", threadId)
      .where(column, sets ? "is" : "is not", null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await recordEvent(trx, doer, { action: `${verb}-thread`, subject: { kind: "thread", id: threadId } });
    return true;
  });
}
