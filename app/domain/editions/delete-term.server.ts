import type { Doer } from "~/domain/audit/doer";
import type { Db } from "~db/client.server";
import { type Edited, editIn, inOneGo } from "./edit.server";
import type { EditedPart, Fields } from "./edition";
import { openSubject } from "./open-subject.server";

/** Deletes a term that nothing uses, as the person saw it. */
export async function deleteTerm(db: Db, doer: Doer, subject: string, seen: Fields): Promise<Edited> {
  const part: EditedPart = { kind: "term", subject };
  return inOneGo<Edited>(db, async (trx) => {
    const { fields = {} } = (await openSubject.term(trx, subject)) ?? {};
    if (!fields.label_en) return { gone: true };
    const unseen = Object.entries(fields).filter(([field, value]) => seen[field] !== value);
    if (unseen.length > 0) return { conflicts: Object.fromEntries(unseen) };
    return editIn(trx, doer, part, { seen: fields, wanted: {} });
  });
}
