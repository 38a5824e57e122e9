import { randomBytes } from "node:crypto";
import type { Db } from "~db/client.server";
import type { AuditAction } from "./audit-actions";
import { beginning, digestOf, hashOf } from "./chain.server";
import type { Doer } from "./doer";

interface Event {
  action: AuditAction;
  subject: { kind: string; id: string };
  /** Ids and states; no names, no texts: the log outlives the account. */
  details?: Record<string, string | number | boolean | null>;
}

/** Adds to the audit log, in the transaction that does what it tells. */
export async function recordEvent(trx: Db, doer: Doer, { action, subject, details = {} }: Event): Promise<void> {
  const last = await trx
    .selectFrom("audit_event")
    .select(["number", "hash"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const salt = randomBytes(16).toString("base64url");
  const event = {
    number: (last?.number ?? 0) + 1,
    at: doer.at.toISOString(),
    actor_id: doer.actor?.person.id ?? null,
    action,
    subject_kind: subject.kind,
    subject_id: subject.id,
    details: JSON.stringify(details),
    address_digest: doer.address === null ? null : digestOf(doer.address, salt),
    previous_hash: last?.hash ?? beginning,
  };
  const hash = hashOf(event);
  await trx
    .insertInto("audit_event")
    .values({ ...event, address: doer.address, address_salt: doer.address === null ? null : salt, hash })
    .execute();
  const head = { number: event.number, hash };
  await trx
    .insertInto("audit_head")
    .values({ id: 1, ...head })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(head))
    .execute();
}
