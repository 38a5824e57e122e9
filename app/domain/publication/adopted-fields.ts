import type { FieldValues } from "~/domain/contributions/contribution";
import { type FieldName, fieldsOf } from "~/domain/contributions/contribution-fields";
import { encodeList } from "~/domain/contributions/field-value";
import type { Vocabulary } from "~db/schema/vocabulary";
import type { VersionContent } from "./version";

/** What an entry that nobody contributed says, as the fields of a contribution. */
export function toFieldValues({ kind, title, summary, language, city, fields, terms }: VersionContent): FieldValues {
  const codes = (wanted: Vocabulary) =>
    encodeList(terms.filter(({ vocabulary }) => vocabulary === wanted).map(({ code }) => code));
  const own: FieldValues = {
    ...{ title, pitch: summary ?? "", city, language },
    ...{ themes: codes("theme"), rights: codes("right"), groups: codes("group"), targets: codes("target") },
    // The year is all that some sources tell.
    started: fields.started ?? fields.year ?? "",
    stage: fields.stage === "unknown" ? "" : fields.stage,
    partners: fields.partner_rows ?? (fields.partners ? encodeList([aPartner(fields.partners)]) : ""),
    sources: fields.research_sources ?? "",
  };
  const values: FieldValues = {};
  for (const name of fieldsOf(kind)) {
    const value: string = own[name as FieldName] ?? fields[name] ?? "";
    if (value !== "") values[name] = value;
  }
  return values;
}

/** Sources tell of partners in a sentence, the template in rows. */
const aPartner = (text: string) => ({ partner: text, support: "", contribution: "" });
