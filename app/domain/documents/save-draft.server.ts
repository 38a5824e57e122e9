import { canAdminister } from "~/domain/administrators/administrator-policy";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { type DocumentDraft, findTakenSlug } from "./draft-queries.server";
import { saveVersion } from "./import/save-version.server";

/** Writes a corrected document into the library, as `polylogue import` would. @returns its slug, or why it is not saved */
export async function saveDraft(
  db: Db,
  doer: Doer,
  draft: DocumentDraft,
): Promise<{ slug: string } | "gone" | "taken"> {
  if (!canAdminister(doer.actor)) throw forbidden();
  return db
    .transaction()
    .execute(async (trx) => {
      const { numDeletedRows } = await trx
        .deleteFrom("document_draft")
        .where("id", "=", draft.id)
        .where("revision", "=", draft.revision)
        .executeTakeFirst();
      if (numDeletedRows === 0n) return "gone";
      const { slug, kind, title, date, language } = draft.document;
      const taken = await findTakenSlug(trx, slug);
      if (taken && taken.documentKind !== kind) throw new SlugTaken();
      const source = { name: draft.sourceName, sha256: draft.sha256, lines: [], warnings: [] };
      const options = { title, language, ...(date === null ? {} : { date }) };
      const saved = await saveVersion(trx, { document: draft.document, source, options }, doer.at);
      await recordEvent(trx, doer, {
        action: "import-document",
        subject: { kind: "document", id: slug },
        details: { version: saved.version, status: saved.status, removed: saved.removed.length },
      });
      return { slug };
    })
    .catch((error: unknown) => {
      if (error instanceof SlugTaken) return "taken" as const;
      throw error;
    });
}

/** Undoes the transaction: the draft stays. */
class SlugTaken extends Error {}
