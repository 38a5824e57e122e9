import type { Doer } from "~/domain/audit/doer";
import { settle } from "~/domain/notifications/settle.server";
import type { Db } from "~db/client.server";
import { tellReporters } from "./tell-of-thread.server";
import type { Place } from "./thread";

/** Closes what was reported about a message, and tells who did. @returns how many reports there were */
export async function decideReports(
  trx: Db,
  { actor, at }: Doer,
  about: { place: Place; threadId: string; number: number },
  outcome: "removed" | "dismissed",
): Promise<number> {
  const decided = await trx
    .updateTable("thread_report")
    .set({ outcome, decided_by: actor?.person.id ?? null, decided_at: at.toISOString() })
    .where("thread_id", "=", about.threadId)
    .where("number", "=", about.number)
    .where("outcome", "is", null)
    .returning("reporter_id")
    .execute();
  const open = await trx
    .selectFrom("thread_report")
    .where("thread_id", "=", about.threadId)
    .where("outcome", "is", null)
    .select("number")
    .executeTakeFirst();
  // Another moderator has nothing left to decide here.
  if (!open) await settle(trx, { subject: { kind: "thread", id: about.threadId }, kinds: ["post-reported"] }, at);
  const reporters = decided.flatMap(({ reporter_id }) => reporter_id ?? []);
  await tellReporters(trx, about, reporters, outcome, at);
  return decided.length;
}
