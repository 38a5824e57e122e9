import { setTimeout } from "node:timers/promises";
import type { Adapter, DatabaseSession, Lucia } from "lucia";
import type { Db } from "~db/client.server";
import { getSignedInPerson, type SignedInPerson } from "./person-queries.server";
import { hashSecret } from "./secret.server";

const day = 24 * 60 * 60 * 1000;
/** A session ends after this time even when it is used each day. */
const absoluteDays = 60;

declare module "lucia" {
  interface Register {
    Lucia: Lucia<Omit<SessionAttributes, "userAgent" | "address">, { person: SignedInPerson }>;
    DatabaseUserAttributes: { person: SignedInPerson };
    DatabaseSessionAttributes: SessionAttributes;
  }
}

interface SessionAttributes {
  seenAt: string;
  /** Whether it is to get a new id. */
  renew: boolean;
  /** Of its id, which may be newer than the one that was asked with. */
  hash: string;
  userAgent: string | null;
  address: string | null;
}

/** Keeps ids hashed and no session beyond its absolute end. Lucia knows the machine's clock alone: times are moved to ours and back. */
export function createAdapter(db: Db, readDb: Db, now: () => Date): Adapter {
  const offset = () => now().getTime() - Date.now();
  const toLucia = (time: string) => new Date(Date.parse(time) - offset());
  const toOurs = (time: Date) => new Date(time.getTime() + offset());
  return {
    async getSessionAndUser(id) {
      const idHash = hashSecret(id);
      const row = await readDb
        .selectFrom("session")
        .selectAll()
        .where(({ eb, or, and }) =>
          or([
            eb("id_hash", "=", idHash),
            and([eb("previous_hash", "=", idHash), eb("previous_until", ">", now().toISOString())]),
          ]),
        )
        .executeTakeFirst();
      if (!row) return [null, null];
      const session: DatabaseSession = {
        id,
        userId: row.person_id,
        expiresAt: toLucia(row.expires_at),
        attributes: {
          ...{ seenAt: row.seen_at, userAgent: row.user_agent, address: row.address },
          ...{ renew: row.renew === 1, hash: row.id_hash },
        },
      };
      const person = await getSignedInPerson(readDb, row.person_id);
      return [session, person ? { id: person.id, attributes: { person } } : null];
    },
    async getUserSessions() {
      throw new Error(
        "Ids are not kept: a person's sessions are listed by their hashes, in session-queries.server.ts.",
      );
    },
    async setSession({ id, userId, expiresAt, attributes }) {
      const created = now();
      await db
        .insertInto("session")
        .values({
          id_hash: hashSecret(id),
          person_id: userId,
          created_at: created.toISOString(),
          seen_at: attributes.seenAt,
          expires_at: toOurs(expiresAt).toISOString(),
          ends_at: new Date(created.getTime() + absoluteDays * day).toISOString(),
          user_agent: attributes.userAgent,
          address: attributes.address,
        })
        .execute();
    },
    async updateSessionExpiration(id, expiresAt) {
      const expires = toOurs(expiresAt).toISOString();
      await byTheWay(
        db
          .updateTable("session")
          .set(({ ref, fn, val }) => ({ expires_at: fn<string>("min", [val(expires), ref("ends_at")]) }))
          .where("id_hash", "=", hashSecret(id))
          .execute(),
      );
    },
    async deleteSession(id) {
      const hash = hashSecret(id);
      await db
        .deleteFrom("session")
        .where(({ eb, or }) => or([eb("id_hash", "=", hash), eb("previous_hash", "=", hash)]))
        .execute();
    },
    async deleteUserSessions(personId) {
      await db.deleteFrom("session").where("person_id", "=", personId).execute();
    },
    async deleteExpiredSessions() {
      await db.deleteFrom("session").where("expires_at", "<=", now().toISOString()).execute();
    },
  };
}

const haste = 200;

/** A page that is read does not fail, nor wait for long, because what it notes by the way cannot be written. */
export const byTheWay = (write: Promise<unknown>): Promise<unknown> =>
  Promise.race([write.catch(() => undefined), setTimeout(haste, undefined, { ref: false })]);
