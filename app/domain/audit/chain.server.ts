import { createHash } from "node:crypto";
import type { Selectable } from "kysely";
import type { AuditEventTable } from "~db/schema/audit";

export type AuditEvent = Selectable<AuditEventTable>;

/** What the first event follows. */
export const beginning = "0".repeat(64);

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Salted, since the few addresses that there are could be tried one by one. */
export const digestOf = (address: string, salt: string): string => sha256(`${salt}\n${address}`);

/** Over everything but the address itself, which is forgotten one day. */
export const hashOf = (event: Omit<AuditEvent, "hash" | "address" | "address_salt">): string =>
  sha256(
    JSON.stringify([
      event.previous_hash,
      event.number,
      event.at,
      event.actor_id,
      event.action,
      event.subject_kind,
      event.subject_id,
      event.details,
      event.address_digest,
    ]),
  );
