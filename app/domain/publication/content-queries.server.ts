import type { DisputedPoint } from "~/domain/contributions/contribution";
import type { Db } from "~db/client.server";
import type { Vocabulary } from "~db/schema/vocabulary";
import type { VersionContent } from "./version";

/** What practices and case studies say now, published or not: what their pages show, and what a version keeps. */
export async function readContents(db: Db, ids: string[]): Promise<Map<string, VersionContent>> {
  if (ids.length === 0) return new Map();
  const entries = await db.selectFrom("entry").where("id", "in", ids).selectAll().execute();
  const practices = await db.selectFrom("practice").where("id", "in", ids).selectAll().execute();
  const studies = await db.selectFrom("case_study").where("id", "in", ids).selectAll().execute();
  const experiences = new Map([...practices, ...studies].map((row) => [row.id, row]));
  const terms = await db
    .selectFrom("entry_term")
    .innerJoin("term", (join) =>
      join.onRef("term.vocabulary", "=", "entry_term.vocabulary").onRef("term.code", "=", "entry_term.code"),
    )
    .where("entry_id", "in", ids)
    .orderBy("term.position")
    .select(["entry_id", "term.vocabulary", "term.code"])
    .execute();
  const links = await db.selectFrom("link").where("from_id", "in", ids).orderBy("to_id").selectAll().execute();
  const sources = await db.selectFrom("source").where("entry_id", "in", ids).selectAll().execute();
  const { files, factChecks } = await readFromContributions(db, ids);
  const contents = new Map<string, VersionContent>();
  for (const { id, kind, title, summary, language } of entries) {
    const experience = experiences.get(id);
    if (!experience || (kind !== "practice" && kind !== "case-study")) continue;
    const { id: _id, city_id, authors: _authors, ...columns } = experience;
    contents.set(id, {
      ...{ kind, title, summary, language },
      city: city_id,
      fields: Object.fromEntries(
        Object.entries(columns).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
      ),
      terms: of(terms, id).map(({ vocabulary, code }) => ({ vocabulary: vocabulary as Vocabulary, code })),
      links: links
        .filter(({ from_id }) => from_id === id)
        .map(({ to_id, type, evidence, note }) => ({ to: to_id, type, evidence, note })),
      sources: of(sources, id).map(({ provision_id }) => provision_id),
      files: of(files, id).map(({ entry_id: _entry, ...file }) => file),
      factCheck: factChecks.get(id) ?? null,
    });
  }
  return contents;
}

const of = <Row extends { entry_id: string | null }>(rows: Row[], id: string) =>
  rows.filter(({ entry_id }) => entry_id === id);

/** What stays with the contribution that an entry's newest version came from. */
async function readFromContributions(db: Db, ids: string[]) {
  const newest = db
    .selectFrom("contribution")
    .where("contribution.entry_id", "in", ids)
    .where("contribution.status", "in", ["published", "archived", "withdrawn"]);
  const files = await newest
    .innerJoin("contribution_file as file", "file.contribution_id", "contribution.id")
    .where("file.removed_at", "is", null)
    .where("file.removed_at", "is", null)
    .orderBy("file.added_at")
    .orderBy("file.id")
    .select(["contribution.entry_id", "file.id", "file.name", "file.media_type as mediaType", "file.bytes"])
    .select(["file.sha256", "file.width", "file.height", "file.alternative_text as alternativeText"])
    .select(["file.caption"])
    .execute();
  const checks = await newest
    .innerJoin("fact_check", "fact_check.contribution_id", "contribution.id")
    .orderBy("fact_check.asked_at")
    .select(["contribution.entry_id", "answer", "answered_at", "disputed_points"])
    .execute();
  // The latest one counts.
  const factChecks = new Map(
    checks.flatMap(({ entry_id, answer, answered_at, disputed_points }) => {
      if (entry_id === null || answer === null || answered_at === null) return [];
      const disputedPoints = JSON.parse(disputed_points ?? "[]") as DisputedPoint[];
      return [[entry_id, { answer, answeredAt: answered_at, disputedPoints }] as const];
    }),
  );
  return { files, factChecks };
}
