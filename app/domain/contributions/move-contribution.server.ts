import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { NotificationKind } from "~/domain/notifications/notification";
import { settle } from "~/domain/notifications/settle.server";
import type { Db } from "~db/client.server";
import type { ContributionStatus } from "~db/schema/contribution";
import { after, type Verb } from "./states";

/** Somebody else moved the contribution meanwhile; `status` is where it stands now. Routes answer 409 and say who decided. */
export class MovedOn extends Error {
  constructor(readonly status: ContributionStatus) {
    super(`The contribution is ${status} by now.`);
  }
}

/** What waits for a contribution to be moved on: whoever does it, it waits for nobody else. */
const waitForMove: readonly NotificationKind[] = [
  "contribution-submitted",
  "contribution-resubmitted",
  "contribution-returned",
  "changes-requested",
  "fact-check-answered",
  "review-declined",
  "review-overdue",
  "reviews-complete",
];

/**
 * The only thing that changes a contribution's state: from the state that the person saw, by a verb of the table, with its audit event;
 * what waited for it is settled, so that what comes next is told after it.
 * Of two who decide at the same moment, one comes first and the other meets `MovedOn`.
 * @throws MovedOn
 */
export async function moveContribution(
  trx: Db,
  doer: Doer,
  { id, status }: { id: string; status: ContributionStatus },
  verb: Verb,
  details: Record<string, string | number | boolean | null> = {},
): Promise<ContributionStatus> {
  const to = after(status, verb);
  if (!to) throw new MovedOn(status);
  const { numUpdatedRows } = await trx
    .updateTable("contribution")
    .set({ status: to, updated_at: doer.at.toISOString() })
    .where("id", "=", id)
    .where("status", "=", status)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    const now = await trx.selectFrom("contribution").select("status").where("id", "=", id).executeTakeFirst();
    throw new MovedOn(now?.status ?? status);
  }
  await settle(trx, { subject: { kind: "contribution", id }, kinds: waitForMove }, doer.at);
  await recordEvent(trx, doer, {
    action: verb,
    subject: { kind: "contribution", id },
    details: { from: status, to, ...details },
  });
  return to;
}
