import type { Generated } from "kysely";

/** `term`: its labels and definitions. `place`: what a region or country is called. `text`: an entry's. `links`: of two entries. `tags`: of an entry. `tag`: its name, and what it is merged into. */
export const editionKinds = ["term", "place", "text", "links", "tags", "tag"] as const;
export type EditionKind = (typeof editionKinds)[number];

/** Something that a curator changed, in one go. */
export interface EditionTable {
  number: Generated<number>;
  kind: EditionKind;
  /** `theme/budgeting`; `country/KE`; an entry; `from>to`; a tag. */
  subject: string;
  /** Where its history is read: an entry, a vocabulary, `region`, `country`, or `tags`. */
  place: string;
  /** Null: the account was erased. */
  edited_by: string | null;
  edited_at: string;
  taken_back_by: string | null;
  taken_back_at: string | null;
}

/** A field of it. Primary key: (edition, field). */
export interface EditionFieldTable {
  edition: number;
  field: string;
  /** Null: there was nothing. */
  before: string | null;
  /** Null: nothing is left. */
  after: string | null;
}
