/** A document that was read and is being corrected: nothing of it is in the library yet. */
export interface DocumentDraftTable {
  id: string;
  source_name: string;
  /** Of the file's bytes. */
  source_sha256: string;
  /** JSON: `ImportedDocument`, as corrected so far. */
  content: string;
  /** The same before the latest correction; null: there is none to take back. */
  before: string | null;
  /** Rises with each correction. */
  revision: number;
  created_by: string | null;
  created_at: string;
  updated_at: string;
}
