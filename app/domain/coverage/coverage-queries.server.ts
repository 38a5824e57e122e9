import { sql } from "kysely";
import { listRecommendations } from "~/domain/documents/recommendation-queries.server";
import { toLabel } from "~/domain/vocabularies/vocabulary";
import { listTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import type { Db } from "~db/client.server";
import { evidenceLevels, practiceLinkTypes } from "~db/schema/link";
import type { CoverageAxis, CoverageCell, CoverageColumn, CoverageRow, CoverageView } from "./coverage";

interface Coverage {
  columns: CoverageColumn[];
  rows: CoverageRow[];
}

/** Recommendations against tools, regions or themes, with how much meets where. */
export async function readCoverage(db: Db, view: CoverageView): Promise<Coverage> {
  const recommendations = (await listRecommendations(db)).filter(
    ({ id, document }) =>
      (view.document === null || document.slug === view.document) &&
      (view.recommendation === null || id === view.recommendation),
  );
  const columns = await listColumns(db, view.axis);
  const all = await countAll(db, view);
  const cells = await countCells(db, view);
  return {
    columns,
    rows: recommendations.map(({ id, eid, label, document, summary, text, language }) => ({
      ...{ id, eid, label, language, document: document.slug, shortTitle: document.shortTitle },
      summary: summary ?? text,
      all: all.get(id)?.[""] ?? noneInCell(),
      cells: cells.get(id) ?? {},
    })),
  };
}

async function listColumns(db: Db, axis: CoverageAxis): Promise<CoverageColumn[]> {
  if (axis === "theme") return (await listTerms(db, "theme")).map(({ code, label }) => ({ id: code, label }));
  if (axis === "region") {
    const rows = await db.selectFrom("region").where("parent_code", "is", null).orderBy("code").selectAll().execute();
    return rows.map((row) => ({ id: row.code, label: toLabel(row) }));
  }
  return db
    .selectFrom("entry")
    .where("kind", "=", "tool")
    .where("published_at", "is not", null)
    .orderBy("title")
    .select(["id", "title as label"])
    .execute();
}

/** Every published practice and case study with each recommendation that it answers, at the strongest evidence it has for it. */
const selectAnswers = (db: Db, { network }: CoverageView) =>
  db
    .selectFrom("link")
    .innerJoin("entry", "entry.id", "link.from_id")
    .innerJoin("provision", "provision.id", "link.to_id")
    .leftJoin("practice", "practice.id", "entry.id")
    .leftJoin("case_study", "case_study.id", "entry.id")
    .where("entry.kind", "in", ["practice", "case-study"])
    .where("entry.published_at", "is not", null)
    .where("provision.kind", "=", "recommendation")
    .where("link.type", "in", [...practiceLinkTypes])
    .$if(network !== null, (query) =>
      query.where(
        ({ fn }) => fn.coalesce("practice.city_id", "case_study.city_id"),
        "in",
        db
          .selectFrom("network_city")
          .where("network_id", "=", network ?? "")
          .select("city_id"),
      ),
    )
    .groupBy(["link.from_id", "link.to_id"])
    .select(["link.from_id as entry_id", "link.to_id as recommendation"])
    .select(({ fn }) => fn.coalesce("practice.city_id", "case_study.city_id").as("city_id"))
    .select(
      sql<number>`max(case link.evidence when 'peer-confirmed' then 2 when 'documented' then 1 else 0 end)`.as("level"),
    );

const counts = [
  sql<number>`count(*)`.as("total"),
  sql<number>`sum(answer.level = 0)`.as("claimed"),
  sql<number>`sum(answer.level = 1)`.as("documented"),
  sql<number>`sum(answer.level = 2)`.as("confirmed"),
  sql<string>`group_concat(distinct answer.city_id)`.as("cities"),
] as const;

const selectCounts = (db: Db, view: CoverageView) =>
  db
    .selectFrom(selectAnswers(db, view).as("answer"))
    .$if(view.recommendation !== null, (query) => query.where("answer.recommendation", "=", view.recommendation))
    .select("answer.recommendation")
    .select(counts);

async function countAll(db: Db, view: CoverageView): Promise<Cells> {
  const rows = await selectCounts(db, view).groupBy("answer.recommendation").execute();
  return gather(
    rows.map((row) => ({ ...row, column: "" })),
    view,
  );
}

async function countCells(db: Db, view: CoverageView): Promise<Cells> {
  const answers = selectCounts(db, view).groupBy("answer.recommendation");
  switch (view.axis) {
    case "tool":
      return gather(
        await answers
          .innerJoin("link as use", (join) =>
            join.onRef("use.from_id", "=", "answer.entry_id").on("use.type", "=", "uses"),
          )
          .innerJoin("entry as tool", (join) =>
            join.onRef("tool.id", "=", "use.to_id").on("tool.published_at", "is not", null),
          )
          .groupBy("tool.id")
          .select("tool.id as column")
          .execute(),
        view,
      );
    case "theme":
      return gather(
        await answers
          .innerJoin("entry_term as term", (join) =>
            join.onRef("term.entry_id", "=", "answer.entry_id").on("term.vocabulary", "=", "theme"),
          )
          .groupBy("term.code")
          .select("term.code as column")
          .execute(),
        view,
      );
    case "region": {
      const rows = await answers
        .innerJoin("city", "city.id", "answer.city_id")
        .innerJoin("country", "country.code", "city.country_code")
        .groupBy("country.region_code")
        .select("country.region_code as column")
        .execute();
      const broadest = await readBroadest(db);
      return gather(
        rows.map((row) => ({ ...row, column: broadest(row.column) })),
        view,
      );
    }
  }
}

/** Each region's broadest one. */
async function readBroadest(db: Db): Promise<(code: string) => string> {
  const rows = await db.selectFrom("region").select(["code", "parent_code"]).execute();
  const parents = new Map(rows.map((row) => [row.code, row.parent_code]));
  return (code) => {
    let broadest = code;
    for (let parent = parents.get(code); parent; parent = parents.get(parent)) broadest = parent;
    return broadest;
  };
}

type Cells = Map<string, Record<string, CoverageCell>>;

interface CountRow {
  recommendation: string;
  column: string;
  total: number;
  claimed: number;
  documented: number;
  confirmed: number;
  cities: string;
}

/** Rows of one cell are added up: a region has countries, and nothing is in two of them. */
function gather(rows: CountRow[], { network }: CoverageView): Cells {
  const cells: Cells = new Map();
  for (const row of rows) {
    const line = cells.get(row.recommendation) ?? {};
    const cell = line[row.column] ?? noneInCell();
    cell.total += row.total;
    cell.evidence.claimed += row.claimed;
    cell.evidence.documented += row.documented;
    cell.evidence["peer-confirmed"] += row.confirmed;
    if (network !== null) cell.cities = [...new Set([...cell.cities, ...row.cities.split(",")])].sort();
    line[row.column] = cell;
    cells.set(row.recommendation, line);
  }
  return cells;
}

const noneInCell = (): CoverageCell => ({
  total: 0,
  evidence: Object.fromEntries(evidenceLevels.map((level) => [level, 0])) as CoverageCell["evidence"],
  cities: [],
});
