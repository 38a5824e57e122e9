import type { EntryKind } from "./entry";

/** A curated, annotated list, as it stands while it is worked on. What readers see is its latest version. */
export interface CollectionTable {
  /** A slug. */
  id: string;
  /** Null: of the whole site. */
  network_id: string | null;
  /** BCP 47 of its texts. */
  language: string;
  title: string;
  /** A sentence or two. */
  summary: string;
  /** Markdown; may be empty. */
  text: string;
  /** A picture in the file store. */
  picture_sha256: string | null;
  picture_width: number | null;
  picture_height: number | null;
  picture_bytes: number | null;
  picture_alternative: string | null;
  /** Null: never published. */
  current_version: number | null;
  created_by: string | null;
  created_at: string;
  updated_at: string;
  /** Null: it stands. */
  withdrawn_at: string | null;
  withdrawn_reason: string | null;
}

/** Primary key: (collection_id, entry_id). */
export interface CollectionItemTable {
  collection_id: string;
  entry_id: string;
  /** From 1, without a gap. */
  position: number;
  /** Why it is here; may be empty. */
  note: string;
}

/** What was published, for ever: no row is changed or deleted. Primary key: (collection_id, number). */
export interface CollectionVersionTable
  extends Omit<
    CollectionTable,
    | "id"
    | "current_version"
    | "created_by"
    | "created_at"
    | "updated_at"
    | "network_id"
    | "withdrawn_at"
    | "withdrawn_reason"
  > {
  collection_id: string;
  number: number;
  change_note: string | null;
  published_at: string;
}

/** Primary key: (collection_id, number, position). */
export interface CollectionVersionItemTable {
  collection_id: string;
  number: number;
  position: number;
  entry_id: string;
  /** As they were, should the entry go. */
  entry_kind: EntryKind;
  entry_title: string;
  note: string;
}

/** What stands out on the home page (`site`) or on a network's page (its id). Primary key: (place, kind, id). */
export interface FeatureTable {
  place: string;
  kind: "entry" | "collection";
  id: string;
  featured_by: string | null;
  featured_at: string;
}
