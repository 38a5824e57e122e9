import type { Db } from "~db/client.server";

const days = 24 * 60 * 60 * 1000;

/** Deletes what has had its day: sessions, tokens, browsers long gone, mails long sent. @returns the mails that were deleted */
export async function purgeAccounts(db: Db, now: Date): Promise<string[]> {
  const before = (age: number) => new Date(now.getTime() - age * days).toISOString();
  await db.deleteFrom("session").where("expires_at", "<=", before(0)).execute();
  await db.deleteFrom("one_time_token").where("expires_at", "<=", before(0)).execute();
  await db.deleteFrom("known_device").where("seen_at", "<=", before(400)).execute();
  const mails = await db.deleteFrom("mail").where("created_at", "<=", before(30)).returning("id").execute();
  return mails.map(({ id }) => id);
}
