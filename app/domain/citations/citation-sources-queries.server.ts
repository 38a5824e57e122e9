import type { Db } from "~db/client.server";
import type { CitationSource } from "./citation";
import { documentSource, experienceSource, provisionSource, toolSource } from "./citation-sources";

type Sources = Map<string, CitationSource>;

/** What citations of these entries say, in their order, read kind by kind; without those that are not cited. */
export async function listCitationSources(db: Db, ids: string[]): Promise<CitationSource[]> {
  const sources: Sources = new Map();
  for (const read of [readDocuments, readProvisions, readPractices, readCaseStudies, readTools]) {
    for (const source of await read(db, ids)) sources.set(source.id, source);
  }
  return ids.flatMap((id) => sources.get(id) ?? []);
}

async function readDocuments(db: Db, ids: string[]): Promise<CitationSource[]> {
  const rows = await db
    .selectFrom("document")
    .innerJoin("entry", "entry.id", "document.id")
    .where("document.id", "in", ids)
    .where("entry.published_at", "is not", null)
    .select(["document.id as slug", "document.date", "document.event", "document.publisher"])
    .select(["document.current_version as shownVersion", "entry.title", "entry.language"])
    .execute();
  return rows.map(documentSource);
}

async function readProvisions(db: Db, ids: string[]): Promise<CitationSource[]> {
  const rows = await db
    .selectFrom("provision")
    .innerJoin("entry", "entry.id", "provision.id")
    .innerJoin("document", "document.id", "provision.document_id")
    .innerJoin("entry as document_entry", "document_entry.id", "document.id")
    .where("provision.id", "in", ids)
    .where("entry.published_at", "is not", null)
    .select(["provision.id", "entry.title as name", "document.date", "document.event", "document.publisher"])
    .select(["document_entry.title", "document_entry.language"])
    .select((select) =>
      select
        .selectFrom("provision_version as text")
        .innerJoin("document_version as version", "version.id", "text.document_version_id")
        .whereRef("text.provision_id", "=", "provision.id")
        .orderBy("version.number", "desc")
        .limit(1)
        .select("text.speaker")
        .as("speaker"),
    )
    .execute();
  return rows.map(({ id, name, speaker, ...document }) => provisionSource({ id, speaker, document }, name));
}

async function readPractices(db: Db, ids: string[]): Promise<CitationSource[]> {
  const rows = await db
    .selectFrom("entry")
    .where("id", "in", ids)
    .where("kind", "=", "practice")
    .where("published_at", "is not", null)
    .select(["id", "title", "language", "updated_at as updatedAt"])
    .execute();
  return rows.map((row) => experienceSource({ ...row, kind: "practice" }, null));
}

async function readCaseStudies(db: Db, ids: string[]): Promise<CitationSource[]> {
  const rows = await db
    .selectFrom("case_study")
    .innerJoin("entry", "entry.id", "case_study.id")
    .where("entry.id", "in", ids)
    .where("entry.published_at", "is not", null)
    .select(["entry.id", "entry.title", "entry.language", "entry.updated_at as updatedAt", "case_study.authors"])
    .execute();
  return rows.map(({ authors, ...row }) => experienceSource({ ...row, kind: "case-study" }, authors));
}

async function readTools(db: Db, ids: string[]): Promise<CitationSource[]> {
  const rows = await db
    .selectFrom("entry")
    .where("id", "in", ids)
    .where("kind", "=", "tool")
    .where("published_at", "is not", null)
    .select(["id", "title", "language", "updated_at as updatedAt"])
    .execute();
  return rows.map(toolSource);
}
