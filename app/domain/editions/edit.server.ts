import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { TermUses } from "~/domain/vocabularies/term-use";
import type { Db } from "~db/client.server";
import { applyChanges } from "./apply-changes.server";
import { CannotStand } from "./cannot-stand";
import { type Conflicts, type EditedPart, type Wish, weighWish } from "./edition";
import { openSubject } from "./open-subject.server";

/**
 * `gone`: it is not there any more. `conflicts`: somebody else was faster, and nothing was changed. `uses`: nothing was deleted, as
 * these use it.
 */
export type Edited = { gone: true } | { gone?: false; conflicts: Conflicts | null; uses?: TermUses };

/**
 * Changes a part of the library from what the person saw to what they want; with its history, its event in the audit log and word to
 * the indexes, in one transaction. @throws Response for who may not
 */
export const edit = (db: Db, doer: Doer, part: EditedPart, wish: Wish): Promise<Edited> =>
  inOneGo(db, (trx) => editIn(trx, doer, part, wish));

/** All of it in a transaction, or nothing where it cannot stand. */
export async function inOneGo<Outcome>(db: Db, change: (trx: Db) => Promise<Outcome>): Promise<Outcome | Edited> {
  try {
    return await db.transaction().execute(change);
  } catch (error) {
    if (!(error instanceof CannotStand)) throw error;
    return error.uses === null ? { gone: true } : { conflicts: null, uses: error.uses };
  }
}

/** The same in a transaction of the caller's. */
export async function editIn(trx: Db, doer: Doer, part: EditedPart, wish: Wish): Promise<Edited> {
  const subject = await openSubject[part.kind](trx, part.subject);
  if (!subject) return { gone: true };
  if (!subject.may(doer.actor)) throw forbidden();
  const { changes, conflicts } = weighWish(subject.fields, wish);
  if (conflicts || changes.length === 0) return { conflicts };
  await applyChanges(trx, doer, subject, changes);
  const { number } = await trx
    .insertInto("edition")
    .values({
      ...part,
      place: subject.place,
      edited_by: doer.actor?.person.id ?? null,
      edited_at: doer.at.toISOString(),
    })
    .returning("number")
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("edition_field")
    .values(changes.map((change) => ({ edition: number, ...change })))
    .execute();
  await recordEvent(trx, doer, {
    action: "edit",
    subject: { kind: part.kind, id: part.subject },
    details: { edition: number, fields: changes.map(({ field }) => field).join(", ") },
  });
  return { conflicts: null };
}
