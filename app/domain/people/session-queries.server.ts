import type { Db } from "~db/client.server";

export interface SessionLine {
  hash: string;
  createdAt: string;
  seenAt: string;
  userAgent: string | null;
  address: string | null;
}

/** The sessions of a person that have not ended, the one last seen first. */
export async function listSessions(db: Db, personId: string, now: Date): Promise<SessionLine[]> {
  return db
    .selectFrom("session")
    .where("person_id", "=", personId)
    .where("expires_at", ">", now.toISOString())
    .orderBy("seen_at", "desc")
    .select(["id_hash as hash", "created_at as createdAt", "seen_at as seenAt", "user_agent as userAgent", "address"])
    .execute();
}

/** Gives all sessions of a person new ids, each at its next request: what the person may do has changed. */
export async function renewSessions(trx: Db, personId: string): Promise<void> {
  await trx.updateTable("session").set({ renew: 1 }).where("person_id", "=", personId).execute();
}

/** Signs a person out in one browser. */
export async function endSession(db: Db, personId: string, hash: string): Promise<void> {
  await db.deleteFrom("session").where("person_id", "=", personId).where("id_hash", "=", hash).execute();
}

/** Signs a person out everywhere, but for the session `except`. */
export async function endSessions(db: Db, personId: string, except?: string): Promise<void> {
  await db
    .deleteFrom("session")
    .where("person_id", "=", personId)
    .$if(except !== undefined, (query) => query.where("id_hash", "!=", except ?? ""))
    .execute();
}
