import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Db } from "~db/client.server";
import { eraseMentions } from "./erase-mentions.server";
import { eraseWritings } from "./erase-writings.server";
import { leaveCredits } from "./leave-credits.server";

interface Erased {
  /** Mails that were deleted, whose files are to go too. */
  mails: string[];
  /** Bytes that nothing uses any more, by their hash. */
  files: string[];
  /** Whether published entries changed their authors, so that the indexes have to forget a name. */
  renamed: boolean;
}

/**
 * Deletes a person and everything that is about them. What was published stays, under their name or under `pseudonym`; what they wrote
 * with others stays without them; what they alone wrote and nobody published goes.
 */
export async function erasePerson(
  db: Db,
  doer: Doer,
  { personId, pseudonym }: { personId: string; pseudonym: string | null },
): Promise<Erased> {
  return db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .where("id", "=", personId)
      .select(["email", "name"])
      .executeTakeFirst();
    if (!person) return { mails: [], files: [], renamed: false };
    const renamed = await leaveCredits(
      trx,
      { personId, name: pseudonym ?? person.name, isPseudonym: pseudonym !== null },
      doer.at,
    );
    const files = await eraseWritings(trx, personId);
    const mails = await eraseMentions(trx, { personId, ...person });
    await recordEvent(
      trx,
      { ...doer, address: null },
      { action: "erase-account", subject: { kind: "person", id: personId } },
    );
    await trx
      .updateTable("audit_event")
      .set({ address: null, address_salt: null })
      .where("actor_id", "=", personId)
      .execute();
    await trx.deleteFrom("person").where("id", "=", personId).execute();
    return { mails, files, renamed };
  });
}
