import type { FieldProblem } from "~/domain/contributions/contribution-form";
import { type EditedValue, toEditedValue } from "~/domain/contributions/edited-value";
import type { StoredReviewField } from "./review-field-queries.server";
import { reviewFieldsOf } from "./review-fields";
import type { GivenReviewField } from "./review-form";
import type { Rubric } from "./rubric";

/** A field of the form; the other one of the pair may have saved it meanwhile. */
export interface EditedReviewField extends EditedValue<StoredReviewField> {
  name: string;
}

/** A field that was not saved: what was typed stays in the form. */
export type KeptReviewField = Pick<GivenReviewField, "field" | "value" | "base"> & { problem: FieldProblem };

/** The fields of the form: as they stand, and as they were typed where they could not be saved. */
export function toEditedReview(
  rubric: Pick<Rubric, "criteria">,
  fields: readonly StoredReviewField[],
  kept: readonly KeptReviewField[],
): EditedReviewField[] {
  return reviewFieldsOf(rubric).map((name) => {
    const stored = fields.find(({ field }) => field === name);
    const typed = kept.find(({ field }) => field === name);
    return { name, ...toEditedValue(stored, typed) };
  });
}
