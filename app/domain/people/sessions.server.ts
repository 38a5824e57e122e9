import { Lucia, TimeSpan } from "lucia";
import type { Db } from "~db/client.server";
import type { SignedInPerson } from "./person-queries.server";
import { hashSecret, newSecret } from "./secret.server";
import { byTheWay, createAdapter } from "./session-adapter.server";

const idleDays = 14;
/** A page is no reason to write: when a session was last seen is known to some minutes. */
const seenEvery = 5 * 60 * 1000;

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

/** Everything that is known of sessions: nothing else knows of Lucia, but for its adapter. `secure`: whether the browser came over https. */
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

/** Lucia's own reading of cookies throws at a stray percent sign. */
const sessionIdOf = (cookies: string | null, secure: boolean): string | undefined =>
  new RegExp(`(?:^|;\\s*)${cookieName(secure)}=([\\w-]{20,100})(?:;|$)`).exec(cookies ?? "")?.[1];
