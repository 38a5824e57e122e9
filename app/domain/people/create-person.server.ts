import { randomUUID } from "node:crypto";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Db } from "~db/client.server";
import { addPerson } from "./confirm-registration.server";
import { addToken, findToken, takeToken } from "./one-time-token-queries.server";
import { hashPassword } from "./password-hash.server";
import { hasAdministrator } from "./person-queries.server";
import { endSessions } from "./session-queries.server";

interface NewPerson {
  email: string;
  name: string;
  administrator: boolean;
}

/** Makes an account from the command line, or makes one that is there an administrator's. @returns the token of a link to choose its password */
export async function createPerson(db: Db, { email, name, administrator }: NewPerson, now: Date): Promise<string> {
  return db.transaction().execute(async (trx) => {
    const at = now.toISOString();
    const known = await trx.selectFrom("person").where("email", "=", email).select("id").executeTakeFirst();
    const id = known?.id ?? randomUUID();
    if (!known) {
      await trx
        .insertInto("person")
        .values({ id, email, name, language: "en", listed: 0, administrator: 0, created_at: at, updated_at: at })
        .execute();
    }
    if (administrator) {
      await trx.updateTable("person").set({ administrator: 1, updated_at: at }).where("id", "=", id).execute();
      // Sessions of before must not become an administrator's.
      await endSessions(trx, id);
      const doer = { actor: null, at: now, address: null };
      await recordEvent(trx, doer, { action: "make-administrator", subject: { kind: "person", id } });
    }
    return addToken(trx, { purpose: "reset-password", personId: id }, now);
  });
}

/** A token for the page that makes the first administrator; null where there is one. Earlier ones end. */
export async function inviteFirstAdministrator(db: Db, now: Date): Promise<string | null> {
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom("one_time_token").where("purpose", "=", "first-administrator").execute();
    if (await hasAdministrator(trx)) return null;
    return addToken(trx, { purpose: "first-administrator" }, now);
  });
}

/** Makes the first administrator. @returns the person, or null when the token does not work, there is one by now, or the address has an account */
export async function createFirstAdministrator(
  db: Db,
  { token, password, ...person }: { token: string; name: string; email: string; password: string; language: string },
  now: Date,
): Promise<string | null> {
  if (!(await findToken(db, "first-administrator", token, now))) return null;
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (trx) => {
    const found = await findToken(trx, "first-administrator", token, now);
    const known = await trx.selectFrom("person").where("email", "=", person.email).select("id").executeTakeFirst();
    if (!found || known || (await hasAdministrator(trx)) || !(await takeToken(trx, found.hash))) return null;
    const id = await addPerson(trx, { ...person, passwordHash, administrator: true }, now);
    const doer = { actor: null, at: now, address: null };
    await recordEvent(trx, doer, { action: "make-administrator", subject: { kind: "person", id } });
    return id;
  });
}
