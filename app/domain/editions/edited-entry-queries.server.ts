import type { Db } from "~db/client.server";
import type { EditedEntry } from "./edition-policy";

/** A published entry, and who may edit what of it. */
export async function getEditedEntry(db: Db, id: string): Promise<EditedEntry | undefined> {
  const row = await db
    .selectFrom("entry")
    .leftJoin("provision", "provision.id", "entry.id")
    .leftJoin("document", "document.id", "provision.document_id")
    .leftJoin("contribution", (join) =>
      join.onRef("contribution.entry_id", "=", "entry.id").on("contribution.status", "=", "published"),
    )
    .where("entry.id", "=", id)
    .where("entry.published_at", "is not", null)
    .select(["entry.id", "entry.kind", "entry.title", "entry.language"])
    .select(["provision.document_id", "provision.kind as provision_kind", "document.short_title"])
    .select(["contribution.id as contribution_id", "contribution.network_id"])
    .executeTakeFirst();
  if (!row) return undefined;
  const authors = row.contribution_id === null ? [] : await listAuthors(db, row.contribution_id);
  return {
    ...{ id: row.id, kind: row.kind, language: row.language },
    // Each document has a recommendation 8.
    title: row.short_title === null ? row.title : `${row.short_title}, ${row.title}`,
    provision:
      row.document_id === null || row.provision_kind === null
        ? null
        : { document: row.document_id, kind: row.provision_kind },
    networkId: row.network_id,
    authors,
  };
}

async function listAuthors(db: Db, contributionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("contribution_author")
    .where("contribution_id", "=", contributionId)
    .where("person_id", "is not", null)
    .select("person_id")
    .execute();
  return rows.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]));
}

/** Whether somebody writes the next version of an entry: its publication brings links of its own. */
export async function isBeingRevised(db: Db, entryId: string): Promise<boolean> {
  const row = await db
    .selectFrom("contribution as base")
    .innerJoin("contribution as next", "next.revises_id", "base.id")
    .where("base.entry_id", "=", entryId)
    .where("base.status", "=", "published")
    .where("next.status", "in", ["draft", "submitted", "in-review", "changes-requested", "accepted"])
    .select("next.id")
    .executeTakeFirst();
  return row !== undefined;
}
