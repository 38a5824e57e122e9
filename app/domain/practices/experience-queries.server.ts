import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/sqlite";
import { toCityName } from "~/domain/cities/city";
import { listLinksFrom } from "~/domain/links/link-queries.server";
import { toLabel } from "~/domain/vocabularies/vocabulary";
import { getTermsOf, noTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import type { Db } from "~db/client.server";
import type { ExperienceLine, ExperiencePage } from "./practice";

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
  const ofCity = selectLines(db, table).$if(cityId !== undefined, (query) =>
    query.where("experience.city_id", "=", cityId ?? ""),
  );
  const rows = await ofCity.orderBy("entry.title").limit(page.limit).offset(page.offset).execute();
  const { total } = await ofCity.clearSelect().select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  return { total, lines: rows.map((row) => toLine(row, table)) };
}

/** What the page of a practice or case study shows besides the fields of its own table. */
export async function getExperience(db: Db, table: ExperienceTable, id: string): Promise<ExperiencePage | undefined> {
  const row = await selectLines(db, table)
    .where("experience.id", "=", id)
    .select(["experience.stage", "experience.started", "experience.ended", "experience.licence"])
    .executeTakeFirst();
  if (!row) return undefined;
  const terms = await getTermsOf(db, [id]);
  const { tools: _tools, ...line } = toLine(row, table);
  return {
    ...line,
    stage: row.stage,
    started: row.started,
    ended: row.ended,
    licence: row.licence,
    terms: terms.get(id) ?? noTerms(),
    links: await listLinksFrom(db, id),
    sources: await listSources(db, id),
    updatedAt: row.updated_at,
  };
}

/** The paragraphs that tell what an entry says, with their current text when it was imported. */
async function listSources(db: Db, id: string): Promise<ExperiencePage["sources"]> {
  return db
    .selectFrom("source")
    .innerJoin("provision", "provision.id", "source.provision_id")
    .innerJoin("entry", "entry.id", "provision.id")
    .innerJoin("document", "document.id", "provision.document_id")
    .leftJoin("document_version as version", (join) =>
      join.onRef("version.document_id", "=", "document.id").onRef("version.number", "=", "document.current_version"),
    )
    .leftJoin("provision_version as text", (join) =>
      join.onRef("text.document_version_id", "=", "version.id").onRef("text.provision_id", "=", "provision.id"),
    )
    .where("source.entry_id", "=", id)
    .orderBy("provision.position")
    .select(["provision.id", "provision.eid", "provision.label", "document.short_title as shortTitle"])
    .select(["text.text", "entry.summary"])
    .execute();
}
