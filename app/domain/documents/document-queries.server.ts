import type { Db } from "~db/client.server";
import type { DocumentPage, DocumentSummary, ProvisionView } from "./document";

const selectSummaries = (db: Db) =>
  db
    .selectFrom("document")
    .innerJoin("entry", "entry.id", "document.id")
    .where("entry.published_at", "is not", null)
    .select(["document.id as slug", "document.kind", "document.short_title", "document.date", "document.event"])
    .select(["document.publisher", "document.source_url", "document.where_to_get", "document.current_version"])
    .select(["entry.title", "entry.summary", "entry.language", "entry.updated_at"])
    .select((select) => {
      const count = (kind?: "recital" | "recommendation") =>
        select
          .selectFrom("provision")
          .whereRef("provision.document_id", "=", "document.id")
          .where("provision.current", "=", 1)
          .$if(kind !== undefined, (query) => query.where("provision.kind", "=", kind ?? "recital"))
          .select(({ fn }) => fn.countAll<number>().as("n"));
      return [count("recital").as("recitals"), count("recommendation").as("recommendations"), count().as("provisions")];
    });

type SummaryRow = Awaited<ReturnType<ReturnType<typeof selectSummaries>["execute"]>>[number];

const toSummary = (row: SummaryRow): DocumentSummary => ({
  slug: row.slug,
  kind: row.kind,
  title: row.title,
  shortTitle: row.short_title,
  summary: row.summary,
  language: row.language,
  date: row.date,
  event: row.event,
  currentVersion: row.current_version,
  counts: {
    recitals: Number(row.recitals),
    recommendations: Number(row.recommendations),
    provisions: Number(row.provisions),
  },
  updatedAt: row.updated_at,
});

/** Documents, newest first; all of them unless told which part. */
export async function listDocuments(db: Db, part?: { limit: number; offset: number }): Promise<DocumentSummary[]> {
  const rows = await selectSummaries(db)
    .orderBy("document.date", "desc")
    .orderBy("entry.title")
    .orderBy("entry.id")
    .$if(part !== undefined, (query) => query.limit(part?.limit ?? 0).offset(part?.offset ?? 0))
    .execute();
  return rows.map(toSummary);
}

/** A document with the text of one version: the current one unless told. Undefined: no such document or version. */
export async function getDocument(db: Db, slug: string, version?: number): Promise<DocumentPage | undefined> {
  const row = await selectSummaries(db).where("document.id", "=", slug).executeTakeFirst();
  if (!row) return undefined;
  const versions = await db
    .selectFrom("document_version")
    .where("document_id", "=", slug)
    .orderBy("number", "desc")
    .selectAll()
    .execute();
  const shown = version ?? row.current_version;
  const shownRow = versions.find(({ number }) => number === shown);
  if (version !== undefined && !shownRow) return undefined;
  const participants = shownRow
    ? await db
        .selectFrom("participant")
        .where("document_version_id", "=", shownRow.id)
        .orderBy("position")
        .select(["name", "country", "participant_group as group"])
        .execute()
    : [];
  return {
    ...toSummary(row),
    publisher: row.publisher,
    sourceUrl: row.source_url,
    whereToGet: row.where_to_get,
    versions: versions.map((it) => ({
      number: it.number,
      importedAt: it.imported_at,
      changeNote: it.change_note,
      sourceName: it.source_name,
    })),
    shownVersion: shownRow?.number ?? null,
    provisions: shownRow ? await provisionsOfVersion(db, shownRow.id) : await provisionsWithoutText(db, slug),
    participants,
  };
}

async function provisionsOfVersion(db: Db, versionId: string): Promise<ProvisionView[]> {
  const rows = await db
    .selectFrom("provision_version as text")
    .innerJoin("provision", "provision.id", "text.provision_id")
    .innerJoin("entry", "entry.id", "provision.id")
    .where("text.document_version_id", "=", versionId)
    .orderBy("text.position")
    .select(["provision.id", "provision.eid", "entry.summary", "entry.title"])
    .select(["text.kind", "text.label", "text.verb", "text.heading", "text.text", "text.speaker", "text.affiliation"])
    .select(["text.parent_eid as parentEid", "text.depth"])
    .execute();
  return rows.map(({ title, ...row }) => ({ ...row, heading: shownHeading(row.heading, title) }));
}

/** A heading printed in capitals is shown as its entry's title writes it; the text keeps it to the letter. */
export const shownHeading = (heading: string | null, title: string): string | null =>
  heading?.toLowerCase() === title.toLowerCase() ? title : heading;

async function provisionsWithoutText(db: Db, slug: string): Promise<ProvisionView[]> {
  const rows = await db
    .selectFrom("provision")
    .innerJoin("entry", "entry.id", "provision.id")
    .where("provision.document_id", "=", slug)
    .where("provision.current", "=", 1)
    .orderBy("provision.position")
    .select(["provision.id", "provision.eid", "provision.kind", "provision.label", "entry.summary"])
    .execute();
  return rows.map((row) => ({ ...row, ...noText }));
}

/** The text fields of a provision that is known by its summary alone. */
export const noText = {
  verb: null,
  heading: null,
  text: null,
  speaker: null,
  affiliation: null,
  parentEid: null,
  depth: 0,
} as const;
