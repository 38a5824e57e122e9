import { entryPath } from "~/domain/links/link";
import { getReferences, listLinksFrom, listLinksTo } from "~/domain/links/link-queries.server";
import { getTermsOf, noTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import type { Db } from "~db/client.server";
import type { ToolLine, ToolPage } from "./tool";

/** Tools by title; all of them unless told which part. */
export async function listTools(db: Db, part?: { limit: number; offset: number }): Promise<ToolLine[]> {
  const rows = await db
    .selectFrom("tool")
    .innerJoin("entry", "entry.id", "tool.id")
    // Every tool's entry is one; said, it spares reading those of other kinds.
    .where("entry.kind", "=", "tool")
    .where("entry.published_at", "is not", null)
    .orderBy("entry.title")
    .orderBy("entry.id")
    .$if(part !== undefined, (query) => query.limit(part?.limit ?? 0).offset(part?.offset ?? 0))
    .select(["tool.id", "entry.title", "entry.summary", "entry.language"])
    .select((select) => [
      select
        .selectFrom("link")
        .whereRef("link.from_id", "=", "tool.id")
        .where("link.type", "=", "answers")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .as("recommendations"),
      select
        .selectFrom("link")
        .whereRef("link.to_id", "=", "tool.id")
        .where("link.type", "=", "uses")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .as("practices"),
    ])
    .execute();
  return rows.map((row) => ({
    ...row,
    recommendations: Number(row.recommendations),
    practices: Number(row.practices),
  }));
}

export async function getTool(db: Db, id: string): Promise<ToolPage | undefined> {
  const row = await db
    .selectFrom("tool")
    .innerJoin("entry", "entry.id", "tool.id")
    .where("tool.id", "=", id)
    .where("entry.published_at", "is not", null)
    .selectAll("tool")
    .select(["entry.title", "entry.summary", "entry.language", "entry.updated_at"])
    .executeTakeFirst();
  if (!row) return undefined;
  const terms = await getTermsOf(db, [id]);
  return {
    id,
    title: row.title,
    summary: row.summary,
    language: row.language,
    aliases: JSON.parse(row.aliases),
    whatItIs: row.what_it_is,
    whenToUse: row.when_to_use,
    steps: JSON.parse(row.steps),
    whoDoesIt: row.who_does_it,
    whatItNeeds: row.what_it_needs,
    pitfalls: row.pitfalls,
    howToKnow: row.how_to_know,
    furtherReading: await resolveReading(db, JSON.parse(row.further_reading)),
    terms: terms.get(id) ?? noTerms(),
    answers: await listLinksFrom(db, id),
    usedBy: await listLinksTo(db, id),
    updatedAt: row.updated_at,
  };
}

async function resolveReading(
  db: Db,
  items: { title: string; provision?: string; url?: string }[],
): Promise<ToolPage["furtherReading"]> {
  const references = await getReferences(
    db,
    items.flatMap((item) => item.provision ?? []),
  );
  return items.map((item) => {
    const reference = references.find(({ id }) => id === item.provision);
    return { title: item.title, path: reference ? entryPath(reference) : null, url: item.url ?? null };
  });
}
