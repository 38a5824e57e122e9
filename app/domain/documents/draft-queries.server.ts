import type { Db } from "~db/client.server";
import type { ImportedDocument } from "./import/imported-document";

export interface DocumentDraft {
  id: string;
  sourceName: string;
  sha256: string;
  document: ImportedDocument;
  revision: number;
  canTakeBack: boolean;
}

export async function getDocumentDraft(db: Db, id: string): Promise<DocumentDraft | undefined> {
  const row = await db.selectFrom("document_draft").where("id", "=", id).selectAll().executeTakeFirst();
  return (
    row && {
      id,
      sourceName: row.source_name,
      sha256: row.source_sha256,
      document: JSON.parse(row.content) as ImportedDocument,
      revision: row.revision,
      canTakeBack: row.before !== null,
    }
  );
}

/** What is being corrected, latest first. */
export const listDocumentDrafts = (db: Db): Promise<{ id: string; name: string; updatedAt: string }[]> =>
  db
    .selectFrom("document_draft")
    .orderBy("updated_at", "desc")
    .select(["id", "source_name as name", "updated_at as updatedAt"])
    .execute();

/** The document whose place an import would take: it becomes its next version. */
export const findTakenSlug = (
  db: Db,
  slug: string,
): Promise<{ kind: string; title: string; documentKind: string | null } | undefined> =>
  db
    .selectFrom("entry")
    .leftJoin("document", "document.id", "entry.id")
    .where("entry.id", "=", slug)
    .select(["entry.kind", "entry.title", "document.kind as documentKind"])
    .executeTakeFirst();
