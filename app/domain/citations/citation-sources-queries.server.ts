import { listLatestReviewers } from "~/domain/publication/version-queries.server";
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

const readPractices = (db: Db, ids: string[]) => readExperiences(db, ids, "practice");
const readCaseStudies = (db: Db, ids: string[]) => readExperiences(db, ids, "case_study");

/** In their newest versions; what came with the installation a moment ago is in its first. */
async function readExperiences(db: Db, ids: string[], table: "practice" | "case_study"): Promise<CitationSource[]> {
  const rows = await db
    // Either table: both have authors.
    .selectFrom(`${table as "practice"} as experience`)
    .innerJoin("entry", "entry.id", "experience.id")
    .where("entry.id", "in", ids)
    .where("entry.published_at", "is not", null)
    .select(["entry.id", "entry.title", "entry.language", "entry.updated_at", "experience.authors"])
    .select((select) =>
      select
        .selectFrom("entry_version as version")
        .whereRef("version.entry_id", "=", "entry.id")
        .select(({ fn }) => fn.max("version.number").as("number"))
        .as("number"),
    )
    .select((select) =>
      select
        .selectFrom("entry_version as version")
        .whereRef("version.entry_id", "=", "entry.id")
        .select(({ fn }) => fn.max("version.published_at").as("published_at"))
        .as("version_published_at"),
    )
    .execute();
  const reviewers = await listLatestReviewers(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, title, language, updated_at, authors, number, version_published_at }) =>
    experienceSource({
      ...{ id, title, language, kind: table === "practice" ? "practice" : "case-study" },
      version: {
        number: number ?? 1,
        publishedAt: version_published_at ?? updated_at,
        credits: {
          authors: (authors?.split(/;\s*/) ?? []).map((name) => ({ name })),
          reviewers: (reviewers.get(id) ?? []).map((name) => ({ name })),
        },
      },
    }),
  );
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
