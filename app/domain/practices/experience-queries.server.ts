import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/sqlite";
import { toCityName } from "~/domain/cities/city";
import { toLabel } from "~/domain/vocabularies/vocabulary";
import type { Db } from "~db/client.server";
import type { ExperienceLine } from "./practice";

/** Which of the two tables; they share most columns, and pages show them alike. */
type ExperienceTable = "practice" | "case_study";

const selectLines = (db: Db, table: ExperienceTable) =>
  db
    // Either table: the columns used here are in both.
    .selectFrom(`${table as "practice"} as experience`)
    .innerJoin("entry", "entry.id", "experience.id")
    .innerJoin("city", "city.id", "experience.city_id")
    .innerJoin("entry as city_entry", "city_entry.id", "city.id")
    .innerJoin("country", "country.code", "city.country_code")
    .where("entry.published_at", "is not", null)
    .select(["experience.id", "experience.year", "experience.review_status", "experience.city_id"])
    .select(["entry.title", "entry.summary", "entry.language", "entry.updated_at", "city_entry.title as city_name"])
    .select(["city.name_fr", "city.name_es"])
    .select(["country.code", "country.label_en", "country.label_fr", "country.label_es"])
    .select((select) =>
      jsonArrayFrom(
        select
          .selectFrom("link")
          .innerJoin("entry as tool", "tool.id", "link.to_id")
          .whereRef("link.from_id", "=", "experience.id")
          .where("link.type", "=", "uses")
          .orderBy("tool.title")
          .select(["tool.id", "tool.title"]),
      )
        // SQLite answers JSON as text, whatever the type says.
        .$castTo<string>()
        .as("tools"),
    );

type LineRow = Awaited<ReturnType<ReturnType<typeof selectLines>["execute"]>>[number];

const toLine = (row: LineRow, table: ExperienceTable): ExperienceLine => ({
  id: row.id,
  kind: table === "practice" ? "practice" : "case-study",
  title: row.title,
  summary: row.summary,
  language: row.language,
  city: { id: row.city_id, name: toCityName(row), country: { code: row.code, label: toLabel(row) } },
  year: row.year,
  reviewStatus: row.review_status,
  tools: JSON.parse(row.tools),
});

/** Published practices or case studies by title; `total` counts them all. */
export async function listExperiences(
  db: Db,
  table: ExperienceTable,
  page: { limit: number; offset: number },
  cityId?: string,
): Promise<{ total: number; lines: ExperienceLine[] }> {
  const kind = table === "practice" ? "practice" : "case-study";
  // The kind says nothing new, but has the entries in their order: without it all are read and sorted for a page of them.
  const wanted =
    cityId === undefined
      ? selectLines(db, table).where("entry.kind", "=", kind)
      : selectLines(db, table).where("experience.city_id", "=", cityId);
  const rows = await wanted.orderBy("entry.title").limit(page.limit).offset(page.offset).execute();
  const all =
    cityId === undefined
      ? db.selectFrom("entry").where("kind", "=", kind).where("published_at", "is not", null)
      : wanted.clearSelect();
  const { total } = await all.select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  return { total, lines: rows.map((row) => toLine(row, table)) };
}
