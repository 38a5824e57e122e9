import type { Db } from "~db/client.server";

const days = 24 * 60 * 60 * 1000;

/** Deletes what was read long ago, and the tokens of mails that nobody looks at any more. */
export async function purgeNotifications(db: Db, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age * days).toISOString();
  await db.deleteFrom("notification").where("read_at", "<=", before(365)).where("mailed_at", "is not", null).execute();
  await db
    .deleteFrom("unsubscribe_token")
    .where("created_at", "<=", before(2 * 365))
    .execute();
}
