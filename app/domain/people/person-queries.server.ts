import type { Db } from "~db/client.server";

/** What each page of someone signed in knows of them. */
export interface SignedInPerson {
  id: string;
  name: string;
  email: string;
  administrator: boolean;
  language: string;
}

export async function getSignedInPerson(db: Db, id: string): Promise<SignedInPerson | undefined> {
  const row = await db
    .selectFrom("person")
    .where("id", "=", id)
    .select(["id", "name", "email", "administrator", "language"])
    .executeTakeFirst();
  return row && { ...row, administrator: row.administrator === 1 };
}

/** What signing in compares with; undefined for an address without an account. */
export const getCredentials = (db: Db, email: string) =>
  db
    .selectFrom("person")
    .leftJoin("second_factor", (join) =>
      join.onRef("second_factor.person_id", "=", "person.id").on("second_factor.confirmed_at", "is not", null),
    )
    .where("person.email", "=", email)
    .select(["person.id", "person.name", "person.language", "person.password_hash", "second_factor.secret"])
    .executeTakeFirst();

export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db.selectFrom("person").where("administrator", "=", 1).select("id").limit(1).executeTakeFirst();
  return row !== undefined;
}
