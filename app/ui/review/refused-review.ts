import type { KeptReviewField } from "~/domain/reviews/edited-review";
import type { FormMessage } from "~/ui/form/form-message";
import type { Refused } from "~/ui/form/read-form";

/** Fields of a review that were not saved, as a form that was sent back. */
export const refusedReview = (kept: readonly KeptReviewField[]): Refused => ({
  form: "review",
  errors: Object.fromEntries(
    kept.map(({ field, problem: { problem, max } }) => [
      field,
      { message: `form.${problem}` satisfies FormMessage, max },
    ]),
  ),
  values: Object.fromEntries(kept.map(({ field, value }) => [field, value])),
});
