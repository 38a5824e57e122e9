import type { Contribution, StoredField } from "./contribution";
import { type FieldName, fieldsOf } from "./contribution-fields";
import type { FieldProblem, GivenField } from "./contribution-form";

/** What a field of the editor shows, and the revision that its form builds on. */
export interface EditedField {
  name: FieldName;
  value: string;
  base: number;
  savedAt: string | null;
  /** Another text, which someone saved meanwhile. */
  theirs?: StoredField;
}

/** A field that was not saved: what was typed stays in the editor. */
export type KeptField = Pick<GivenField, "field" | "value" | "base"> & { problem: FieldProblem };

/** The fields of the editor: as they stand, and as they were typed where they could not be saved. */
export function toEditedFields(contribution: Contribution, kept: readonly KeptField[]): EditedField[] {
  return fieldsOf(contribution.kind).map((name): EditedField => {
    const stored = contribution.fields[name];
    const typed = kept.find(({ field }) => field === name);
    if (!typed)
      return { name, value: stored?.value ?? "", base: stored?.revision ?? 0, savedAt: stored?.savedAt ?? null };
    const inConflict = typed.problem.problem === "conflict" && stored !== undefined;
    // From here on the person has seen the other text: what they save next is meant to stand.
    const base = inConflict ? stored.revision : typed.base;
    return { name, value: typed.value, base, savedAt: null, ...(inConflict && { theirs: stored }) };
  });
}
