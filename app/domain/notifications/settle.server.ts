import { sql } from "kysely";
import type { Db } from "~db/client.server";
import type { NotificationKind } from "./notification";

interface Settled {
  subject: { kind: string; id: string };
  /** Left out: whatever waits about it. */
  kinds?: readonly NotificationKind[];
}

/**
 * Something that waited has been dealt with, whoever did it: it waits for nobody any more, and no mail tells it. In the transaction that
 * dealt with it, before that tells anything new.
 */
export async function settle(trx: Db, { subject, kinds }: Settled, at: Date): Promise<void> {
  await trx
    .updateTable("notification")
    .set(({ fn, val }) => ({ waits: 0, read_at: fn.coalesce("read_at", val(at.toISOString())) }))
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    // Said so, and not bound, the partial index serves it.
    .where("waits", "=", sql.lit<1>(1))
    .$if(kinds !== undefined, (query) => query.where("kind", "in", kinds ?? []))
    .execute();
}
