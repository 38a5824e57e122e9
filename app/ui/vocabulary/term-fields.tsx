import type { TFunction } from "i18next";
import type { Fields } from "~/domain/editions/edition";
import { TextAreaField, TextField } from "~/ui/form/fields";
import { useTranslation } from "~/ui/translation";

const names = ["label_en", "label_fr", "label_es"] as const;
const meanings = ["description", "description_fr", "description_es"] as const;

/** What the fields of a term's form are called; a place has names and nothing else. */
export const termLabels = (t: TFunction, place: boolean): Record<string, string> =>
  Object.fromEntries(
    [...names, ...(place ? [] : [...meanings, "maps_to" as const])].map((field) => [
      field,
      t(`editing.field.${field}`),
    ]),
  );

/** A term's names and meanings in three languages. */
export function TermFields({ fields, place }: { fields: Fields; place: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {names.map((name) => (
        <TextField key={name} name={name} value={fields[name]} />
      ))}
      {!place &&
        meanings.map((name) => (
          <TextAreaField
            key={name}
            name={name}
            rows={3}
            optional
            value={fields[name]}
            hint={t("vocabularies.meaningHint")}
          />
        ))}
      {!place && <TextField name="maps_to" optional value={fields.maps_to} hint={t("vocabularies.mapsToHint")} />}
    </>
  );
}
