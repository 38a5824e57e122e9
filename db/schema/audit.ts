import type { Generated } from "kysely";

/** Who did what, when and from where. Each row's hash covers the row before it: no row can be changed, removed or put in unseen. */
export interface AuditEventTable {
  /** 1, 2, 3 …, without a gap. */
  number: number;
  at: string;
  /** Stays when the account is erased: it names nobody then. Null: the server itself, on its clock. */
  actor_id: string | null;
  /** A verb: `publish`, `change-roles`. */
  action: string;
  subject_kind: string;
  subject_id: string;
  /** JSON object; ids and states, never names. */
  details: string;
  /** Forgotten when its time is over, without harm to the chain: only its digest is hashed. */
  address: string | null;
  address_salt: string | null;
  address_digest: string | null;
  previous_hash: string;
  hash: string;
}

/** How far the audit log reaches: shows when its last rows were taken away. One row, `id` 1. */
export interface AuditHeadTable {
  id: number;
  number: number;
  hash: string;
}

/** What is told to a person, on the page and by mail. */
export interface NotificationTable {
  id: Generated<number>;
  person_id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  /** JSON object: what its sentence names besides. */
  details: string;
  /** 1: something waits for this person; 0: news. */
  waits: 0 | 1;
  created_at: string;
  read_at: string | null;
  /** When a mail told it, or the person's choice was to have none. */
  mailed_at: string | null;
  /** A second one with this key is not told to the person. */
  once_key: string | null;
}
