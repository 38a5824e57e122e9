/** Entries that an engine refuses, set aside so that the others go on. */
export interface SearchRefusalTable {
  /** Primary key with the entry. */
  engine: string;
  /** May be gone by now. */
  entry_id: string;
  error: string;
  /** How often it was refused since its content was last taken. */
  attempts: number;
  since: string;
  /** Not tried again before, unless it changes. */
  retry_at: string;
}
