import type { TFunction } from "i18next";
import { isFieldName } from "~/domain/contributions/contribution-fields";
import { kindOfField, readDraftChanges } from "~/domain/reviews/review-fields";
import type { ChangeKind, Recommendation } from "~db/schema/review";

/** A field of a review as text that can be read. */
export function reviewText(t: TFunction, name: string, value: string): string {
  if (value === "") return "";
  if (name === "recommendation") return t(`recommendation.${value as Recommendation}`);
  if (kindOfField(name) !== "rows") return value;
  return readDraftChanges(value)
    .map(({ kind, field, text }) =>
      [kind && t(`changeKind.${kind as ChangeKind}`), isFieldName(field) && t(`template.${field}.label`), text]
        .filter(Boolean)
        .join(" · "),
    )
    .join("\n");
}
