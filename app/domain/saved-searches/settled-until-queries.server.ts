import type { Db } from "~db/client.server";

/** What was published at a moment may be committed a little later. */
const settlesAfterMs = 2 * 60_000;
/** An engine that has been away for longer is not waited for. */
const patienceMs = 60 * 60_000;

/** Until when every publication is committed, and in the index, as far as is known. */
export async function findSettled(db: Db, now: Date): Promise<string> {
  const settled = new Date(now.getTime() - settlesAfterMs).toISOString();
  const waiting = await db
    .selectFrom("outbox")
    .where("created_at", ">", new Date(now.getTime() - patienceMs).toISOString())
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("search_progress")
          .where(({ eb, or, ref }) =>
            or([eb("last_outbox_id", "is", null), eb("last_outbox_id", "<", ref("outbox.id"))]),
          )
          .select("engine"),
      ),
    )
    .orderBy("created_at")
    .select("created_at")
    .executeTakeFirst();
  if (!waiting || waiting.created_at > settled) return settled;
  return new Date(Date.parse(waiting.created_at) - 1).toISOString();
}

/** Entries that were published for the first time after one moment and until another. */
export const listNewEntries = (db: Db, after: string, until: string): Promise<{ id: string; title: string }[]> =>
  db
    .selectFrom("entry")
    .where("published_at", ">", after)
    .where("published_at", "<=", until)
    .orderBy("published_at")
    .select(["id", "title"])
    .execute();
