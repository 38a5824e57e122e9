import type { FieldProblem } from "~/domain/contributions/contribution-form";
import type { StoredReviewField } from "./review-field-queries.server";
import { reviewFieldsOf } from "./review-fields";
import type { GivenReviewField } from "./review-form";
import type { Rubric } from "./rubric";

/** What a field of the form shows, and the revision that the form builds on. */
export interface EditedReviewField {
  name: string;
  value: string;
  base: number;
  savedAt: string | null;
  /** Another text, which the other one of the pair saved meanwhile. */
  theirs?: StoredReviewField;
}

/** A field that was not saved: what was typed stays in the form. */
export type KeptReviewField = Pick<GivenReviewField, "field" | "value" | "base"> & { problem: FieldProblem };

/** The fields of the form: as they stand, and as they were typed where they could not be saved. */
export function toEditedReview(
  rubric: Pick<Rubric, "criteria">,
  fields: readonly StoredReviewField[],
  kept: readonly KeptReviewField[],
): EditedReviewField[] {
  return reviewFieldsOf(rubric).map((name): EditedReviewField => {
    const stored = fields.find(({ field }) => field === name);
    const typed = kept.find(({ field }) => field === name);
    if (!typed)
      return { name, value: stored?.value ?? "", base: stored?.revision ?? 0, savedAt: stored?.savedAt ?? null };
    const inConflict = typed.problem.problem === "conflict" && stored !== undefined;
    // From here on the person has seen the other text: what they save next is meant to stand.
    const base = inConflict ? stored.revision : typed.base;
    return { name, value: typed.value, base, savedAt: null, ...(inConflict && { theirs: stored }) };
  });
}
