import type { Db } from "~db/client.server";
import type { DocumentKind } from "~db/schema/document";
import { findStructure } from "./import/find-structure";
import { ImportError } from "./import/import-error";
import type { ImportedDocument, ImportOptions } from "./import/imported-document";
import type { Source } from "./import/read-source.server";
import { type SavedVersion, saveVersion } from "./import/save-version.server";
import { normalisedTitle, sharedWords } from "./import/slug";

export interface ImportRequest {
  source: Source;
  options?: ImportOptions;
}

export interface ImportResult extends SavedVersion {
  document: ImportedDocument;
}

/** Two titles of one document share at least this part of their words. */
const sameDocument = 0.4;

/** Imports a document as a new version, in one transaction (the caller's, when `db` is one). @throws ImportError */
export async function importDocument(db: Db, request: ImportRequest, now: Date): Promise<ImportResult> {
  if (!db.isTransaction) return db.transaction().execute((trx) => importDocument(trx, request, now));
  const document = await readDocument(db, request);
  return { document, ...(await saveVersion(db, { document, ...request }, now)) };
}

/** What an import would find: the structure, under the slug that the document has or would get. @throws ImportError */
export async function readDocument(db: Db | null, { source, options = {} }: ImportRequest): Promise<ImportedDocument> {
  let document = findStructure(source.lines, source.name, options);
  document.warnings.unshift(...source.warnings);
  if (!db) return document;
  const slug = options.slug ?? (await slugByTitle(db, document)) ?? document.slug;
  const entry = await db
    .selectFrom("entry")
    .leftJoin("document", "document.id", "entry.id")
    .select(["entry.kind", "entry.title", "document.kind as documentKind"])
    .where("entry.id", "=", slug)
    .executeTakeFirst();
  if (!entry) return { ...document, slug };
  if (entry.kind !== "document" || !entry.documentKind) {
    throw new ImportError(
      `the slug “${slug}” is taken by another entry (${entry.kind} “${entry.title}”): choose one with --slug`,
    );
  }
  if (document.kindIsGuess)
    document = findStructure(source.lines, source.name, { ...options, kind: entry.documentKind });
  refuseOther(slug, document, { title: entry.title, kind: entry.documentKind }, options.title !== undefined);
  return { ...document, slug };
}

function refuseOther(
  slug: string,
  document: ImportedDocument,
  known: { title: string; kind: DocumentKind },
  retitled: boolean,
): void {
  if (document.kind !== known.kind) {
    throw new ImportError(
      `the slug “${slug}” is taken by a document of another kind (${known.kind}; this one is ${document.kind}): choose one with --slug`,
    );
  }
  if (!retitled && sharedWords(document.title, known.title) < sameDocument) {
    throw new ImportError(
      `the slug “${slug}” is taken by “${known.title}”, not “${document.title}”: choose one with --slug, or give --title to rename it`,
    );
  }
}

/** The document of the same kind whose title is the same but for case, accents and punctuation. */
async function slugByTitle(db: Db, { kind, title }: ImportedDocument): Promise<string | null> {
  const known = await db
    .selectFrom("document")
    .innerJoin("entry", "entry.id", "document.id")
    .select(["entry.id", "entry.title"])
    .where("document.kind", "=", kind)
    .orderBy("entry.id")
    .execute();
  const wanted = normalisedTitle(title);
  return known.find((document) => normalisedTitle(document.title) === wanted)?.id ?? null;
}
