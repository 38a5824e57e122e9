import { readCodes } from "~/domain/contributions/field-value";
import type { VersionContent } from "~/domain/publication/version";
import type { Db } from "~db/client.server";
import { entryPath } from "~db/schema/entry";
import type { Vocabulary } from "~db/schema/vocabulary";
import type { TermUses } from "./term-use";
import { facetOf } from "./vocabulary";

interface Used {
  vocabulary: Vocabulary;
  code: string;
}

/** Everything that a term cannot be taken away from. */
export async function findTermUses(db: Db, term: Used): Promise<TermUses> {
  const { vocabulary, code } = term;
  const entries = await db
    .selectFrom("entry_term")
    .innerJoin("entry", "entry.id", "entry_term.entry_id")
    .where("entry_term.vocabulary", "=", vocabulary)
    .where("entry_term.code", "=", code)
    .orderBy("entry.title")
    .select(["entry.id", "entry.kind", "entry.title", "entry.language"])
    .execute();
  const theme = vocabulary === "theme";
  return {
    named: [
      ...entries.map(({ id, kind, title, language }) => ({
        title: title || id,
        language,
        path: entryPath({ kind, id }),
      })),
      ...(await listVersions(
        db,
        term,
        entries.map(({ id }) => id),
      )),
      ...(theme ? await listCalls(db, code) : []),
      ...(await listBelow(db, term)),
    ],
    counted: {
      drafts: await countDrafts(db, term),
      searches: await countSearches(db, term),
      ...(theme && {
        profiles: await countExperts(db, code),
        followers: await countFollowers(db, code),
      }),
    },
  };
}

/** Published versions never change, and name their terms as long as they are read. */
async function listVersions(db: Db, { vocabulary, code }: Used, entries: string[]) {
  const rows = await db
    .selectFrom("entry_version")
    .innerJoin("entry", "entry.id", "entry_version.entry_id")
    .where("entry_version.content", "like", `%"code":${JSON.stringify(code)}%`)
    .select([
      "entry.id",
      "entry.kind",
      "entry.title",
      "entry.language",
      "entry_version.number",
      "entry_version.content",
    ])
    .orderBy("entry.title")
    .orderBy("entry_version.number")
    .execute();
  return rows.flatMap(({ id, kind, title, language, number, content }) => {
    const { terms } = JSON.parse(content) as VersionContent;
    const carries = terms.some((term) => term.vocabulary === vocabulary && term.code === code);
    if (!carries || entries.includes(id)) return [];
    return [{ title: `${title} (${number})`, language, path: `${entryPath({ kind, id })}/v${number}` }];
  });
}

async function listCalls(db: Db, code: string) {
  const rows = await db.selectFrom("call").where("theme_code", "=", code).select(["id", "title", "language"]).execute();
  return rows.map(({ id, title, language }) => ({ title, language, path: `/calls/${id}` }));
}

async function listBelow(db: Db, { vocabulary, code }: Used) {
  if (vocabulary !== "goal") return [];
  const rows = await db
    .selectFrom("term")
    .where("vocabulary", "=", "target")
    .where("parent_code", "=", code)
    .orderBy("position")
    .select(["code", "label_en"])
    .execute();
  return rows.map((row) => ({
    title: `${row.code} ${row.label_en}`,
    language: "en",
    path: `/vocabularies/target/${row.code}/edit`,
  }));
}

const fieldOf: Partial<Record<Vocabulary, string>> = {
  theme: "themes",
  right: "rights",
  group: "groups",
  target: "targets",
};

/** What is written and not published yet; somebody else's, so that it is not named. */
async function countDrafts(db: Db, { vocabulary, code }: Used): Promise<number> {
  const field = fieldOf[vocabulary];
  if (!field) return 0;
  const rows = await db
    .selectFrom("contribution_field")
    .innerJoin("contribution", "contribution.id", "contribution_field.contribution_id")
    .where("contribution_field.field", "=", field)
    .where("contribution.status", "not in", ["published", "superseded", "archived", "withdrawn"])
    .select("contribution_field.value")
    .execute();
  return rows.filter(({ value }) => readCodes(value).includes(code)).length;
}

async function countExperts(db: Db, code: string): Promise<number> {
  const row = await db
    .selectFrom("person_expertise")
    .where("vocabulary", "=", "theme")
    .where("code", "=", code)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

async function countFollowers(db: Db, code: string): Promise<number> {
  const row = await db
    .selectFrom("follow")
    .where("kind", "=", "theme")
    .where("subject_id", "=", code)
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

async function countSearches(db: Db, { vocabulary, code }: Used): Promise<number> {
  const rows = await db.selectFrom("saved_search").select("query").execute();
  return rows.filter(({ query }) => new URLSearchParams(query).getAll(facetOf[vocabulary]).includes(code)).length;
}
