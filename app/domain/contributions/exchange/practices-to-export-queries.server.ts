import { readContents } from "~/domain/publication/content-queries.server";
import type { Db } from "~db/client.server";
import type { FieldValues } from "../contribution";
import { ruleOf } from "../contribution-fields";
import { encodeList } from "../field-value";
import { practiceFields } from "./practice-columns";

/** The practices that a person writes, whatever their state, in the order in which they were begun. */
export async function listOwnPractices(db: Db, personId: string): Promise<FieldValues[]> {
  const rows = await db
    .selectFrom("contribution")
    .innerJoin("contribution_author as author", "author.contribution_id", "contribution.id")
    .innerJoin("contribution_field as field", "field.contribution_id", "contribution.id")
    .where("author.person_id", "=", personId)
    .where("contribution.kind", "=", "practice")
    .orderBy("contribution.created_at")
    .orderBy("contribution.id")
    .select(["contribution.id", "field.field", "field.value"])
    .execute();
  const practices = new Map<string, Record<string, string>>();
  for (const { id, field, value } of rows) practices.set(id, { ...practices.get(id), [field]: value });
  return [...practices.values()];
}

/** Everything that is published, as far as the template has a place for it. */
export async function listPublishedPractices(db: Db): Promise<FieldValues[]> {
  const entries = await db
    .selectFrom("entry")
    .innerJoin("practice", "practice.id", "entry.id")
    .where("entry.published_at", "is not", null)
    .orderBy("entry.title")
    .select(["entry.id"])
    .execute();
  const contents = await readContents(
    db,
    entries.map(({ id }) => id),
  );
  return [...contents.values()].map(({ title, summary, city, language, fields, terms }) => {
    const texts: Record<string, string> = { ...fields, title, pitch: summary ?? "", city, language };
    return Object.fromEntries(
      practiceFields.map((field) => {
        const rule = ruleOf(field);
        const text = texts[field] ?? "";
        if (rule.kind === "codes") {
          const codes = terms.filter(({ vocabulary }) => vocabulary === rule.vocabulary).map(({ code }) => code);
          return [field, encodeList(codes.sort())];
        }
        if (rule.kind === "rows")
          return [
            field,
            toLines(
              text,
              rule.columns.map(({ name }) => name),
            ),
          ];
        // The library's own entries may have a stage that is not known.
        if (rule.kind === "choice" && rule.choices !== "city" && !rule.choices.includes(text)) return [field, ""];
        return [field, text];
      }),
    );
  });
}

/** The library's own entries tell in words what the template asks for in lines. */
function toLines(text: string, columns: string[]): string {
  if (text === "" || text.startsWith("[{")) return text;
  return encodeList([Object.fromEntries(columns.map((name, place) => [name, place === 0 ? text : ""]))]);
}
