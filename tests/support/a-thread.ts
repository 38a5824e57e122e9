import { randomUUID } from "node:crypto";
import type { Db } from "~db/client.server";

interface NewThread {
  startedBy: string;
  /** Stands in its title and in its message. */
  word: string;
  entryId?: string;
  contributionId?: string;
}

/** A thread with one message of its author's, as it stands in the database. @returns its id */
export async function addThread(db: Db, { startedBy, word, entryId, contributionId }: NewThread): Promise<string> {
  const id = randomUUID();
  const at = new Date().toISOString();
  await db
    .insertInto("thread")
    .values({
      ...{
        id,
        entry_id: entryId ?? null,
        contribution_id: contributionId ?? null,
        title: `Thread ${word}`,
        language: "en",
      },
      ...{ started_by: startedBy, created_at: at, last_at: at, last_number: 1 },
    })
    .execute();
  const side = contributionId === undefined ? null : ("author" as const);
  const message = { thread_id: id, number: 1, writer_id: startedBy, side, language: "en" };
  await db
    .insertInto("thread_message")
    .values({ ...message, text: `Message ${word}`, html: `<p>Message ${word}</p>`, written_at: at })
    .execute();
  return id;
}
