import { listCoordinators } from "~/domain/memberships/membership-queries.server";
import type { NotificationKind } from "~/domain/notifications/notification";
import { tell } from "~/domain/notifications/tell.server";
import type { Db } from "~db/client.server";
import { listFollowersOf } from "./follower-queries.server";
import { messagePath, type Place, type Thread } from "./thread";
import type { Writing } from "./writing";

interface About {
  place: Place;
  threadId: string;
  number: number;
}

/** What is told never says who wrote: on a submission that may be hidden, and an account may be erased. */
const news = (kind: NotificationKind, { place, threadId, number }: About, waits: boolean, onceKey: string) => ({
  ...{ kind, waits, onceKey: `${kind}:${threadId}:${onceKey}` },
  subject: { kind: "thread", id: threadId },
  details: { title: place.title, path: messagePath(threadId, number) },
});

const coordinatorIds = async (trx: Db, { networkId }: Place): Promise<string[]> =>
  networkId === null ? [] : (await listCoordinators(trx, networkId)).map(({ id }) => id);

/** Everyone who takes part in a review. */
const sidesOf = async (trx: Db, place: Place): Promise<string[]> => [
  ...place.authorIds,
  ...place.reviewerIds,
  ...(await coordinatorIds(trx, place)),
];

/** A new thread: told to who wrote what it is about and who follows it; on a submission, to all who take part in its review. */
export async function tellOfThread(trx: Db, { personId, at }: Writing, place: Place, threadId: string): Promise<void> {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== personId);
  const about = { place, threadId, number: 1 };
  if (place.kind === "submission") {
    await tell(trx, others(await sidesOf(trx, place)), news("thread-started", about, true, "1"), at);
    return;
  }
  await tell(trx, others(place.authorIds), news("thread-started", about, true, "1"), at);
  const kind = place.id.includes("/") ? "provision" : place.path.startsWith("/practices/") ? "practice" : "case-study";
  const followers = await trx
    .selectFrom("follow")
    .where("kind", "=", kind)
    .where("subject_id", "=", place.id)
    .select("person_id")
    .execute();
  const following = followers.map(({ person_id }) => person_id);
  await tell(trx, others(following), news("thread-started", about, false, "1"), at);
}

/** An answer: waits for whom it answers and for who began the thread; is news to all others who wrote in it or follow it. */
export async function tellOfReply(
  trx: Db,
  { personId, at }: Writing,
  { place, thread, number, answered }: { place: Place; thread: Thread; number: number; answered: string | null },
): Promise<void> {
  const followers = (await listFollowersOf(trx, thread.id)).filter(({ id }) => id !== personId);
  // Who reviews no more is told nothing more.
  const mayRead = place.kind === "entry" ? null : await sidesOf(trx, place);
  const told = followers.filter(({ id }) => mayRead?.includes(id) ?? true);
  const wrote = told.flatMap(({ id, wrote }) => (wrote ? [id] : []));
  const asked = wrote.filter((id) => id === answered || id === thread.startedBy);
  const others = told.flatMap(({ id, wrote }) => (wrote ? [] : [id]));
  const about = { place, threadId: thread.id, number };
  await tell(trx, asked, news("thread-reply", about, true, String(number)), at);
  await tell(trx, wrote, news("thread-reply", about, false, String(number)), at);
  await tell(trx, others, news("thread-news", about, false, String(number)), at);
}

/**
 * A report waits for those who may decide on it: coordinators who did not write it; where there are none, administrators. They may
 * read no more of a review than this message, so that they are led to it alone.
 */
export async function tellModerators(
  trx: Db,
  about: About & { writerId: string | null; reportId: string },
  at: Date,
): Promise<void> {
  const { place, writerId, reportId } = about;
  const mayDecide = (id: string) => id !== writerId && !place.authorIds.includes(id);
  const coordinators = (await coordinatorIds(trx, place)).filter(mayDecide);
  const moderators = coordinators.length === 0 ? await listAdministrators(trx) : coordinators;
  const report = news("post-reported", about, true, reportId);
  const alone = coordinators.length === 0 && place.kind === "submission";
  const path = alone ? `/threads/${about.threadId}/${about.number}` : report.details.path;
  await tell(trx, moderators.filter(mayDecide), { ...report, details: { ...report.details, path } }, at);
}

async function listAdministrators(trx: Db): Promise<string[]> {
  const rows = await trx.selectFrom("person").where("administrator", "=", 1).select("id").execute();
  return rows.map(({ id }) => id);
}

/** What became of what they reported, told to those who did, as far as they may still read it. */
export async function tellReporters(
  trx: Db,
  about: About,
  reporters: readonly string[],
  outcome: "removed" | "dismissed",
  at: Date,
): Promise<void> {
  const mayRead = about.place.kind === "entry" ? reporters : await sidesOf(trx, about.place);
  const told = reporters.filter((id) => mayRead.includes(id));
  const kind = outcome === "removed" ? "report-upheld" : "report-dismissed";
  await tell(trx, told, news(kind, about, false, `${about.number}:${at.toISOString()}`), at);
}

/** Told to who wrote it; the reason stands where the message stood. */
export const tellRemoved = (trx: Db, about: About, writerId: string, at: Date): Promise<void> =>
  tell(trx, [writerId], news("message-removed", about, false, String(about.number)), at);
