import { setTimeout } from "node:timers/promises";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import type { Db } from "~db/client.server";
import { getSignedInPerson, type SignedInPerson } from "./person-queries.server";
import { hashSecret, newSecret } from "./secret.server";

const days = 24 * 60 * 60 * 1000;
const idleDays = 14;
/** A session ends after this time even when it is used each day. */
const absoluteDays = 60;
/** A page is no reason to write: when a session was last seen is known to some minutes. */
const seenEvery = 5 * 60 * 1000;

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

export interface SignedIn {
  person: SignedInPerson;
  /** Tells the session apart from the person's others; it is no secret. */
  sessionHash: string;
  /** To be set, when the session was given a new id. */
  cookie?: string;
}

/** The browser at the other end. */
export interface Browser {
  userAgent: string | null;
  address: string;
}

/** Everything that is known of sessions: the only place that knows of Lucia. `secure`: whether the browser came over https. */
export interface Sessions {
  /** Who is signed in, by the request's Cookie header. */
  read(cookies: string | null, secure: boolean): Promise<SignedIn | null>;
  /** Signs the browser in under a new id, and ends the session that it came with. @returns the cookie to set */
  start(personId: string, browser: Browser, cookies: string | null, secure: boolean): Promise<string>;
  /** Ends the browser's session. @returns the cookie that takes its own away */
  end(cookies: string | null, secure: boolean): Promise<string>;
}

const cookieName = (secure: boolean) => (secure ? "__Host-polylogue" : "polylogue");

/** Whether a request came with a session's cookie, valid or not: what it is answered is for one person. */
export const hasSessionCookie = (cookies: string | undefined): boolean =>
  cookies !== undefined && /(?:^|;\s*)(?:__Host-)?polylogue=/.test(cookies);

export function createSessions({ db, readDb, now }: { db: Db; readDb: Db; now: () => Date }): Sessions {
  const adapter = createAdapter(db, readDb, now);
  const createLucia = (secure: boolean) =>
    new Lucia(adapter, {
      sessionExpiresIn: new TimeSpan(idleDays, "d"),
      // The cookie outlives the session and need not be set again: the server alone decides, and pages stay as they are.
      sessionCookie: { name: cookieName(secure), expires: false, attributes: { secure, sameSite: "lax" } },
      getUserAttributes: ({ person }) => ({ person }),
      getSessionAttributes: ({ seenAt, renew, hash }) => ({ seenAt, renew, hash }),
    });
  const secureLucia = createLucia(true);
  const plainLucia = createLucia(false);
  const luciaFor = (secure: boolean) => (secure ? secureLucia : plainLucia);

  /** Gives a session a new id. @returns it, or null when another request did so, or nothing can be written */
  async function renew(hash: string): Promise<string | null> {
    const fresh = newSecret();
    const until = new Date(now().getTime() + previousWorksFor).toISOString();
    const renewed = db
      .updateTable("session")
      .set({ id_hash: hashSecret(fresh), previous_hash: hash, previous_until: until, renew: 0 })
      .where("id_hash", "=", hash)
      .where("renew", "=", 1)
      .returning("id_hash")
      .executeTakeFirst();
    return (await renewed.catch(() => undefined)) ? fresh : null;
  }

  return {
    async read(cookies, secure) {
      const id = sessionIdOf(cookies, secure);
      if (!id) return null;
      const { session, user } = await luciaFor(secure).validateSession(id);
      if (!session) return null;
      const sessionHash = session.hash;
      if (session.renew) {
        const fresh = await renew(sessionHash);
        const cookie = fresh && luciaFor(secure).createSessionCookie(fresh).serialize();
        if (fresh && cookie) return { person: user.person, sessionHash: hashSecret(fresh), cookie };
      }
      if (now().getTime() - Date.parse(session.seenAt) > seenEvery) {
        const seen = { seen_at: now().toISOString() };
        await byTheWay(db.updateTable("session").set(seen).where("id_hash", "=", sessionHash).execute());
      }
      return { person: user.person, sessionHash };
    },
    async start(personId, { userAgent, address }, cookies, secure) {
      const lucia = luciaFor(secure);
      const before = sessionIdOf(cookies, secure);
      if (before) await lucia.invalidateSession(before);
      const sessionId = newSecret();
      const seen = { seenAt: now().toISOString(), userAgent: userAgent?.slice(0, 300) ?? null, address };
      const attributes = { ...seen, renew: false, hash: hashSecret(sessionId) };
      const { id } = await lucia.createSession(personId, attributes, { sessionId });
      return lucia.createSessionCookie(id).serialize();
    },
    async end(cookies, secure) {
      const id = sessionIdOf(cookies, secure);
      if (id) await luciaFor(secure).invalidateSession(id);
      return luciaFor(secure).createBlankSessionCookie().serialize();
    },
  };
}

/** A page asks for several things at once, all with the id that it had. */
const previousWorksFor = 60_000;
const haste = 200;

/** A page that is read does not fail, nor wait for long, because what it notes by the way cannot be written. */
const byTheWay = (write: Promise<unknown>): Promise<unknown> =>
  Promise.race([write.catch(() => undefined), setTimeout(haste, undefined, { ref: false })]);

/** Lucia's own reading of cookies throws at a stray percent sign. */
const sessionIdOf = (cookies: string | null, secure: boolean): string | undefined =>
  new RegExp(`(?:^|;\\s*)${cookieName(secure)}=([\\w-]{20,100})(?:;|$)`).exec(cookies ?? "")?.[1];

/** Keeps ids hashed and no session beyond its absolute end. Lucia knows the machine's clock alone: times are moved to ours and back. */
function createAdapter(db: Db, readDb: Db, now: () => Date): Adapter {
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
          ends_at: new Date(created.getTime() + absoluteDays * days).toISOString(),
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
