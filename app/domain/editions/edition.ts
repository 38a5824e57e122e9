import type { EditionKind } from "~db/schema/edition";

/** What stands there, field by field; what is empty is left out. */
export type Fields = Readonly<Record<string, string>>;

export interface Change {
  field: string;
  /** Null: nothing. */
  before: string | null;
  after: string | null;
}

/** What somebody saw, and what they want to stand there instead. */
export interface Wish {
  seen: Fields;
  wanted: Fields;
}

/** Which part of the library is edited: its kind, and its id among those of the kind. */
export interface EditedPart {
  kind: EditionKind;
  subject: string;
}

/** What stands now where somebody else was faster, by field. */
export type Conflicts = Record<string, string | null>;

/** Something that was edited, as its history tells. */
export interface EditionLine extends EditedPart {
  number: number;
  /** Where it is edited, from the root. */
  path: string;
  at: string;
  /** Null: the account was erased. */
  by: string | null;
  takenBack: { at: string; by: string | null } | null;
  changes: Change[];
}

/** Holds a wish against what stands now. A field that somebody else has changed meanwhile, in another way, is a conflict. */
export function weighWish(current: Fields, { seen, wanted }: Wish): { changes: Change[]; conflicts: Conflicts | null } {
  const changes: Change[] = [];
  const conflicts: Conflicts = {};
  for (const field of new Set([...Object.keys(seen), ...Object.keys(wanted)])) {
    const was = seen[field] ?? null;
    const before = current[field] ?? null;
    const after = wanted[field] ?? null;
    if (after === was || after === before) continue;
    if (before === was) changes.push({ field, before, after });
    else conflicts[field] = before;
  }
  return { changes, conflicts: Object.keys(conflicts).length > 0 ? conflicts : null };
}

/** What has to change so that an edition is undone; a field that says something else by now was changed again, and is a conflict. */
export function weighReturn(
  current: Fields,
  edition: readonly Change[],
): { changes: Change[]; conflicts: Conflicts | null } {
  const moved = edition.filter(({ field, after }) => (current[field] ?? null) !== after);
  const conflicts = Object.fromEntries(moved.map(({ field }) => [field, current[field] ?? null]));
  if (moved.length > 0) return { changes: [], conflicts };
  return {
    changes: edition.map(({ field, before, after }) => ({ field, before: after, after: before })),
    conflicts: null,
  };
}

/** A link as a field of the pair that it joins: its evidence, then its note. */
export const linkValue = (evidence: string | null, note: string | null): string => `${evidence ?? ""}\n${note ?? ""}`;

export function readLinkValue(value: string): { evidence: string | null; note: string | null } {
  const end = value.indexOf("\n");
  return { evidence: value.slice(0, end) || null, note: value.slice(end + 1) || null };
}
