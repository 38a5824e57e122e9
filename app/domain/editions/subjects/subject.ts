import type { Doer } from "~/domain/audit/doer";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { EntryKind } from "~db/schema/entry";
import type { Change, Fields } from "../edition";

export interface Shown {
  id: string;
  kind: EntryKind;
}

/** A part of the library that is edited, opened in the transaction that edits it. */
export interface Subject {
  /** Where its history is read. */
  place: string;
  /** As they stand. */
  fields: Fields;
  may(actor: Actor): boolean;
  write(changes: readonly Change[], at: string): Promise<void>;
  /** The entries of which it is a part: the indexes must read them again. Asked before and after writing. */
  shownBy(): Promise<Shown[]>;
  /** Tells those whom it concerns that it was edited, by somebody else. */
  tellOf?(doer: Doer): Promise<void>;
}

/** Opens a part of the library by its id. */
export type OpenSubject = (trx: Db, id: string) => Promise<Subject | undefined>;

/** The columns of a row that are filled in. */
export const filledIn = (row: Record<string, string | null>): Fields =>
  Object.fromEntries(Object.entries(row).flatMap(([name, value]) => (value ? [[name, value] as const] : [])));

/** What changed, as columns of a row. */
export const asColumns = (changes: readonly Change[]): Record<string, string | null> =>
  Object.fromEntries(changes.map(({ field, after }) => [field, after]));
