import { randomUUID } from "node:crypto";
import { canAdminister } from "~/domain/administrators/administrator-policy";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { DocumentDraft } from "./draft-queries.server";
import type { ImportedDocument } from "./import/imported-document";

/** Keeps what was read of a file, to be corrected. @returns its id */
export async function keepDraft(
  db: Db,
  actor: Actor,
  { name, sha256, document }: { name: string; sha256: string; document: ImportedDocument },
  now: Date,
): Promise<string> {
  if (!actor || !canAdminister(actor)) throw forbidden();
  const id = randomUUID();
  const at = now.toISOString();
  await db
    .insertInto("document_draft")
    .values({
      ...{ id, source_name: name, source_sha256: sha256, content: JSON.stringify(document), before: null },
      ...{ revision: 0, created_by: actor.person.id, created_at: at, updated_at: at },
    })
    .execute();
  return id;
}

/** Puts a corrected document in the place of what the corrector saw. @returns false when somebody was faster */
export async function changeDraft(
  db: Db,
  actor: Actor,
  draft: Pick<DocumentDraft, "id" | "revision" | "document">,
  corrected: ImportedDocument,
  now: Date,
): Promise<boolean> {
  if (!canAdminister(actor)) throw forbidden();
  const { numUpdatedRows } = await db
    .updateTable("document_draft")
    .set({
      content: JSON.stringify(corrected),
      before: JSON.stringify(draft.document),
      revision: draft.revision + 1,
      updated_at: now.toISOString(),
    })
    .where("id", "=", draft.id)
    .where("revision", "=", draft.revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes the latest correction back. @returns false when there is none, or somebody was faster */
export async function takeBackCorrection(
  db: Db,
  actor: Actor,
  { id, revision }: Pick<DocumentDraft, "id" | "revision">,
): Promise<boolean> {
  if (!canAdminister(actor)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom("document_draft")
      .where("id", "=", id)
      .where("revision", "=", revision)
      .select("before")
      .executeTakeFirst();
    if (!row || row.before === null) return false;
    await trx
      .updateTable("document_draft")
      .set({ content: row.before, before: null, revision: revision + 1 })
      .where("id", "=", id)
      .execute();
    return true;
  });
}

export async function discardDraft(db: Db, actor: Actor, id: string): Promise<void> {
  if (!canAdminister(actor)) throw forbidden();
  await db.deleteFrom("document_draft").where("id", "=", id).execute();
}
