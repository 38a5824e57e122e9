import type { Contribution, StoredField } from "./contribution";
import { type FieldName, fieldsOf } from "./contribution-fields";
import type { FieldProblem, GivenField } from "./contribution-form";
import { type EditedValue, toEditedValue } from "./edited-value";

/** A field of the editor. */
export interface EditedField extends EditedValue<StoredField> {
  name: FieldName;
}

/** A field that was not saved: what was typed stays in the editor. */
export type KeptField = Pick<GivenField, "field" | "value" | "base"> & { problem: FieldProblem };

/** The fields of the editor: as they stand, and as they were typed where they could not be saved. */
export const toEditedFields = (contribution: Contribution, kept: readonly KeptField[]): EditedField[] =>
  fieldsOf(contribution.kind).map((name) => {
    const typed = kept.find(({ field }) => field === name);
    return { name, ...toEditedValue(contribution.fields[name], typed) };
  });
