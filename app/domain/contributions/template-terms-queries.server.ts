import { toCityName } from "~/domain/cities/city";
import { toLabel } from "~/domain/vocabularies/vocabulary";
import type { Db } from "~db/client.server";
import type { TemplateTerms } from "./template-terms";

/** Cities by name, and all terms in their order. */
export async function listTemplateTerms(db: Db): Promise<TemplateTerms> {
  const cities = await db
    .selectFrom("city")
    .innerJoin("entry", "entry.id", "city.id")
    .where("entry.published_at", "is not", null)
    .orderBy("entry.title")
    .select(["city.id as code", "entry.title as city_name", "city.name_fr", "city.name_es"])
    .execute();
  const rows = await db.selectFrom("term").orderBy("position").selectAll().execute();
  const terms: TemplateTerms = {
    city: cities.map((row) => ({ code: row.code, label: toCityName(row), group: null })),
    ...{ theme: [], right: [], group: [], goal: [], target: [] },
  };
  for (const row of rows) {
    const group = row.vocabulary === "target" ? row.parent_code : null;
    terms[row.vocabulary].push({ code: row.code, label: toLabel(row), group });
  }
  return terms;
}
