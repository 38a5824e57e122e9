import type { Generated } from "kysely";
import type { EntryKind } from "./entry";

/** Entries that the search index must read again; written in the transaction that changed them. */
export interface OutboxTable {
  id: Generated<number>;
  kind: EntryKind;
  entry_id: string;
  created_at: string;
}
