/** A free word on entries. */
export interface TagTable {
  slug: string;
  label: string;
  /** BCP 47: of the entry that it was first written on. */
  language: string;
  /** The tag that took its place; null: none. */
  merged_into: string | null;
  /** The tag at the end of all merging: what readers see. Itself where it was never merged. */
  stands_for: string;
  created_at: string;
}

/** As it was written: what a merged tag was on stays here, so that merging can be taken back. Primary key: (entry_id, tag). */
export interface EntryTagTable {
  entry_id: string;
  tag: string;
}
