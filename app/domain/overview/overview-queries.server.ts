import { sql } from "kysely";
import { selectCurrentTexts } from "~/domain/documents/provision-queries.server";
import { listExperiences } from "~/domain/practices/experience-queries.server";
import type { ExperienceLine } from "~/domain/practices/practice";
import type { ToolLine } from "~/domain/tools/tool";
import { listTools } from "~/domain/tools/tool-queries.server";
import type { Db } from "~db/client.server";
import type { EntryKind } from "~db/schema/entry";

export interface Overview {
  counts: { kind: EntryKind; count: number }[];
  /** The newest document that recommends something, with its recommendations. */
  document: { slug: string; shortTitle: string; title: string; language: string } | null;
  recommendations: { id: string; eid: string; kind: string; label: string | null; summary: string | null }[];
  /** The tools with most links. */
  tools: ToolLine[];
  practices: ExperienceLine[];
  voices: { id: string; text: string; speaker: string; affiliation: string | null; language: string }[];
}

const shown = 4;

/** What the home page shows of the library. */
export async function getOverview(db: Db): Promise<Overview> {
  const counts = await db
    .selectFrom("entry")
    .where("published_at", "is not", null)
    // Not in the order of the index on kinds, in which each row would be looked up by itself.
    .groupBy(sql`+kind`)
    .select(["kind", sql<number>`count(*)`.as("count")])
    .execute();
  const document = await newestRecommending(db);
  const tools = await listTools(db);
  const practices = await listExperiences(db, "practice", { limit: 200, offset: 0 });
  return {
    counts,
    document: document ?? null,
    recommendations: document ? await firstRecommendations(db, document.slug) : [],
    tools: tools.sort((a, b) => b.practices + b.recommendations - a.practices - a.recommendations).slice(0, shown),
    practices: onePerCity(practices.lines).slice(0, shown),
    voices: await listVoices(db),
  };
}

const newestRecommending = (db: Db) =>
  db
    .selectFrom("document")
    .innerJoin("entry", "entry.id", "document.id")
    .where("entry.published_at", "is not", null)
    .where((on) =>
      on.exists(
        on
          .selectFrom("provision")
          .whereRef("provision.document_id", "=", "document.id")
          .where("provision.kind", "=", "recommendation")
          .select("provision.id"),
      ),
    )
    .orderBy("document.date", "desc")
    .select(["document.id as slug", "document.short_title as shortTitle", "entry.title", "entry.language"])
    .executeTakeFirst();

const firstRecommendations = (db: Db, slug: string) =>
  db
    .selectFrom("provision")
    .innerJoin("entry", "entry.id", "provision.id")
    .where("provision.document_id", "=", slug)
    .where("provision.kind", "=", "recommendation")
    .where("provision.current", "=", 1)
    .orderBy("provision.position")
    .limit(shown)
    .select(["provision.id", "provision.eid", "provision.kind", "provision.label", "entry.summary"])
    .execute();

/** So that the front page shows many cities rather than many practices of one. */
const onePerCity = (lines: ExperienceLine[]): ExperienceLine[] => [
  ...new Map([...lines].reverse().map((line) => [line.city.id, line])).values(),
];

async function listVoices(db: Db): Promise<Overview["voices"]> {
  const rows = await selectCurrentTexts(db)
    .innerJoin("entry", "entry.id", "document.id")
    .where("text.kind", "=", "quotation")
    .where("text.speaker", "is not", null)
    // Short enough to stand side by side.
    .where(sql`length(text.text)`, "<", 220)
    .orderBy("text.position")
    .limit(3)
    .select(["text.provision_id as id", "text.text", "text.speaker", "text.affiliation", "entry.language"])
    .execute();
  return rows.map((row) => ({ ...row, speaker: row.speaker ?? "" }));
}

/** Every published entry, for the sitemap, which takes 50,000 addresses at most. */
export const listPublished = (db: Db) =>
  db
    .selectFrom("entry")
    .where("published_at", "is not", null)
    .orderBy("id")
    .limit(49_000)
    .select(["id", "kind", "updated_at as updatedAt"])
    .execute();
