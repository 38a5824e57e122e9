import { getTermsOf } from "~/domain/vocabularies/vocabulary-queries.server";
import type { Db } from "~db/client.server";
import { concordanceTypes } from "~db/schema/link";
import type { RecommendationLine } from "./concordance";

/** Every recommendation of every document, with its themes and how many practices and tools answer it. */
export async function listRecommendations(db: Db): Promise<RecommendationLine[]> {
  const rows = await db
    .selectFrom("provision")
    .innerJoin("entry", "entry.id", "provision.id")
    .innerJoin("document", "document.id", "provision.document_id")
    .where("provision.kind", "=", "recommendation")
    .where("provision.current", "=", 1)
    .where("entry.published_at", "is not", null)
    .orderBy("document.date")
    .orderBy("provision.position")
    .select(["provision.id", "provision.eid", "provision.label", "provision.document_id", "entry.summary"])
    .select(["document.short_title", "document.date", "entry.language"])
    .select((select) => {
      const answeredBy = (types: ("implements" | "supports" | "illustrates" | "answers")[]) =>
        select
          .selectFrom("link")
          .whereRef("link.to_id", "=", "provision.id")
          .where("link.type", "in", types)
          .select(({ fn }) => fn.countAll<number>().as("n"));
      return [
        answeredBy(["implements", "supports", "illustrates"]).as("practices"),
        answeredBy(["answers"]).as("tools"),
        select
          .selectFrom("provision_version as text")
          .innerJoin("document_version as version", "version.id", "text.document_version_id")
          .whereRef("text.provision_id", "=", "provision.id")
          .whereRef("version.number", "=", "document.current_version")
          .select("text.text")
          .as("text"),
      ];
    })
    .execute();
  const terms = await getTermsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    eid: row.eid,
    label: row.label,
    document: { slug: row.document_id, shortTitle: row.short_title, date: row.date },
    summary: row.summary,
    text: row.text,
    language: row.language,
    themes: terms.get(row.id)?.theme ?? [],
    practices: Number(row.practices),
    tools: Number(row.tools),
  }));
}

/** The concordance: links between provisions of different documents. */
export async function listConcordance(
  db: Db,
): Promise<{ from: string; to: string; type: string; note: string | null }[]> {
  return db
    .selectFrom("link")
    .where("type", "in", [...concordanceTypes])
    .orderBy("id")
    .select(["from_id as from", "to_id as to", "type", "note"])
    .execute();
}
