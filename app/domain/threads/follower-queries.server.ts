import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { getPlace } from "./place-queries.server";
import type { Thread } from "./thread";
import { canSeeThreads } from "./thread-policy";
import { getThread } from "./thread-queries.server";

/** Who is told of a thread: all who wrote in it and have not turned away, and all who chose to follow it. */
export async function listFollowersOf(db: Db, threadId: string): Promise<{ id: string; wrote: boolean }[]> {
  const choices = await db
    .selectFrom("thread_follow")
    .where("thread_id", "=", threadId)
    .select(["person_id", "follows"])
    .execute();
  const rows = await db
    .selectFrom("thread_message")
    .where("thread_id", "=", threadId)
    .where("writer_id", "is not", null)
    .distinct()
    .select("writer_id")
    .execute();
  const writers = rows.flatMap(({ writer_id }) => writer_id ?? []);
  const away = choices.flatMap(({ person_id, follows }) => (follows === 0 ? [person_id] : []));
  const chosen = choices.flatMap(({ person_id, follows }) => (follows === 1 ? [person_id] : []));
  return [...new Set([...writers, ...chosen])]
    .filter((id) => !away.includes(id))
    .map((id) => ({ id, wrote: writers.includes(id) }));
}

/** Threads that somebody chose to follow, as far as they may still read them; the latest choice first. */
export async function listFollowedThreads(db: Db, actor: NonNullable<Actor>): Promise<FollowedThread[]> {
  const rows = await db
    .selectFrom("thread_follow")
    .where("person_id", "=", actor.person.id)
    .where("follows", "=", 1)
    .orderBy("chosen_at", "desc")
    .limit(mostListed)
    .select("thread_id")
    .execute();
  const lines: FollowedThread[] = [];
  for (const { thread_id } of rows) {
    const thread = await getThread(db, thread_id);
    const place = thread && (await getPlace(db, thread.place));
    if (place && canSeeThreads(actor, place)) {
      const { id, title, language } = thread;
      lines.push({ id, title, language, about: place.title, aboutLanguage: place.language });
    }
  }
  return lines;
}

export interface FollowedThread extends Pick<Thread, "id" | "title" | "language"> {
  about: string;
  aboutLanguage: string;
}

/** Each is looked at by itself. */
const mostListed = 100;
