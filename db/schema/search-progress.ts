/** How far the index of each engine has come in the outbox. */
export interface SearchProgressTable {
  /** `sqlite`, `meilisearch`; primary key. */
  engine: string;
  /** The last row of the outbox that its index holds; null: its index must be built first. */
  last_outbox_id: number | null;
  /** What was the last row when a rebuild began that has not ended; later rows are read again after it. */
  rebuild_from: number | null;
  /** In a row; 0 while all is well. */
  failures: number;
  last_error: string | null;
  updated_at: string;
}
