import type { Db } from "~db/client.server";

/** Marks one notification of a person as read, or all of them up to `last`, the newest that they saw. */
export async function markRead(
  db: Db,
  personId: string,
  which: { id: number } | { last: number },
  now: Date,
): Promise<void> {
  const unread = db
    .updateTable("notification")
    .set({ read_at: now.toISOString() })
    .where("person_id", "=", personId)
    .where("read_at", "is", null);
  await ("id" in which ? unread.where("id", "=", which.id) : unread.where("id", "<=", which.last)).execute();
}
