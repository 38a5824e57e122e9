import { readContents } from "~/domain/publication/content-queries.server";
import type { VersionContent } from "~/domain/publication/version";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import type { FieldValues } from "../contribution";
import { type FieldName, fieldsOf, ruleOf } from "../contribution-fields";
import { encodeList } from "../field-value";

/** The practices or case studies that a person writes, whatever their state, in the order in which they were begun. */
export async function listOwnExperiences(db: Db, personId: string, kind: ContributionKind): Promise<FieldValues[]> {
  const rows = await db
    .selectFrom("contribution")
    .innerJoin("contribution_author as author", "author.contribution_id", "contribution.id")
    .innerJoin("contribution_field as field", "field.contribution_id", "contribution.id")
    .where("author.person_id", "=", personId)
    .where("contribution.kind", "=", kind)
    .orderBy("contribution.created_at")
    .orderBy("contribution.id")
    .select(["contribution.id", "field.field", "field.value"])
    .execute();
  const experiences = new Map<string, Record<string, string>>();
  for (const { id, field, value } of rows) experiences.set(id, { ...experiences.get(id), [field]: value });
  return [...experiences.values()];
}

/** Everything of a kind that is published, as far as the template has a place for it. */
export async function listPublishedExperiences(db: Db, kind: ContributionKind): Promise<FieldValues[]> {
  const entries = await db
    .selectFrom("entry")
    .where("kind", "=", kind)
    .where("published_at", "is not", null)
    .orderBy("title")
    .orderBy("id")
    .select("id")
    .execute();
  const ids = entries.map(({ id }) => id);
  const contents = await readContents(db, ids);
  return ids.flatMap((id) => {
    const content = contents.get(id);
    return content ? [toFields(kind, content)] : [];
  });
}

/** Where the library keeps a field under another name than the template. */
const columns: Partial<Record<FieldName, string>> = { partners: "partner_rows", sources: "research_sources" };

function toFields(kind: ContributionKind, content: VersionContent): FieldValues {
  const { title, summary, city, language, fields, terms } = content;
  const texts: Record<string, string> = { ...fields, title, pitch: summary ?? "", city, language };
  const textOf = (field: FieldName) => texts[columns[field] ?? field] ?? texts[field] ?? "";
  return Object.fromEntries(fieldsOf(kind).map((field) => [field, storedAs(field)]));

  function storedAs(field: FieldName): string {
    const rule = ruleOf(field);
    const text = textOf(field);
    if (rule.kind === "codes") {
      const codes = terms.filter(({ vocabulary }) => vocabulary === rule.vocabulary).map(({ code }) => code);
      return encodeList(codes.sort());
    }
    if (rule.kind === "rows")
      return toLines(
        text,
        rule.columns.map(({ name }) => name),
      );
    // The library's own entries may have a stage that is not known.
    if (rule.kind === "choice" && rule.choices !== "city" && !rule.choices.includes(text)) return "";
    return text;
  }
}

/** The library's own entries tell in words what the template asks for in lines. */
function toLines(text: string, names: string[]): string {
  if (text === "" || text.startsWith("[{")) return text;
  return encodeList([Object.fromEntries(names.map((name, place) => [name, place === 0 ? text : ""]))]);
}
