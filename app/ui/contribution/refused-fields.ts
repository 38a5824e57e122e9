import type { KeptField } from "~/domain/contributions/edited-fields";
import type { FormMessage } from "~/ui/form/form-message";
import type { Refused } from "~/ui/form/read-form";

/** Fields that were not saved, as a form that was sent back. */
export const refusedFields = (form: string, kept: readonly KeptField[]): Refused => ({
  form,
  errors: Object.fromEntries(
    kept.map(({ field, problem: { problem, max } }) => [
      field,
      { message: `form.${problem}` satisfies FormMessage, max },
    ]),
  ),
  values: Object.fromEntries(kept.map(({ field, value }) => [field, value])),
});
