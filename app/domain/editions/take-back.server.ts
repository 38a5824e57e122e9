import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { applyChanges } from "./apply-changes.server";
import { type Edited, inOneGo } from "./edit.server";
import { weighReturn } from "./edition";
import { openSubject } from "./open-subject.server";

/**
 * Puts back what stood before an edition, unless one of its fields was changed again since. An edition is taken back once.
 * @throws Response for who may not
 */
export async function takeBack(db: Db, doer: Doer, number: number): Promise<Edited> {
  return inOneGo<Edited>(db, async (trx) => {
    const edition = await trx.selectFrom("edition").where("number", "=", number).selectAll().executeTakeFirst();
    const subject = edition && (await openSubject[edition.kind](trx, edition.subject));
    if (!edition || !subject) return { gone: true };
    if (!subject.may(doer.actor)) throw forbidden();
    if (edition.taken_back_at !== null) return { gone: true };
    const fields = await trx
      .selectFrom("edition_field")
      .where("edition", "=", number)
      .select(["field", "before", "after"])
      .execute();
    const { changes, conflicts } = weighReturn(subject.fields, fields);
    if (conflicts) return { conflicts };
    await applyChanges(trx, doer, subject, changes);
    await trx
      .updateTable("edition")
      .set({ taken_back_by: doer.actor?.person.id ?? null, taken_back_at: doer.at.toISOString() })
      .where("number", "=", number)
      .execute();
    await recordEvent(trx, doer, {
      action: "take-back-edit",
      subject: { kind: edition.kind, id: edition.subject },
      details: { edition: number },
    });
    return { conflicts: null };
  });
}
