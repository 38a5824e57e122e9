import type { Db } from "~db/client.server";

/** Deletes a person and everything that is about them. @returns the mails that were deleted, whose files are to go too */
export async function erasePerson(db: Db, personId: string): Promise<string[]> {
  return db.transaction().execute(async (trx) => {
    const person = await trx.selectFrom("person").where("id", "=", personId).select("email").executeTakeFirst();
    if (!person) return [];
    const mails = await trx
      .deleteFrom("mail")
      .where(({ eb, or }) => or([eb("person_id", "=", personId), eb("recipient", "=", person.email)]))
      .returning("id")
      .execute();
    // A registration with this address, and a change of another account to it, have no person or another one.
    await trx.deleteFrom("one_time_token").where("email", "=", person.email).execute();
    await trx.deleteFrom("person").where("id", "=", personId).execute();
    return mails.map(({ id }) => id);
  });
}
