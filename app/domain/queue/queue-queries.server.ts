import type { Actor } from "~/domain/people/person-policy";
import { listReviewTasks } from "~/domain/reviews/task-queries.server";
import { listReportedIn } from "~/domain/threads/report-queries.server";
import type { Db } from "~db/client.server";
import { dueAfter, inOrder, patience, type QueueItem, type QueueKind, type QueueLine } from "./queue";

/**
 * Everything that waits in a network for its coordinators; what a coordinator wrote waits for the others. Administrators who do
 * not coordinate it may not read what was submitted: they see who asks to join.
 */
export async function listQueue(
  db: Db,
  { actor, networkId }: { actor: NonNullable<Actor>; networkId: string },
  now: Date,
): Promise<QueueLine[]> {
  const requests = await listRequests(db, networkId);
  const coordinates = actor.memberships.some((role) => role.coordinator && role.networkId === networkId);
  if (!coordinates) return inOrder(requests, now);
  const own = await db
    .selectFrom("contribution_author")
    .where("person_id", "=", actor.person.id)
    .select("contribution_id")
    .execute();
  const ownIds = own.map((row) => row.contribution_id);
  return inOrder(
    [
      ...requests,
      ...(await listContributions(db, networkId, ownIds)),
      ...(await listReviews(db, networkId, ownIds, now)),
      ...(await listReports(db, networkId, actor.person.id)),
    ],
    now,
  );
}

async function listRequests(db: Db, networkId: string): Promise<QueueItem[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .where("membership.network_id", "=", networkId)
    .where("membership.state", "=", "requested")
    .select(["person.name", "membership.created_at"])
    .execute();
  return rows.map((row) => ({
    kind: "join-request",
    ...{ title: row.name, language: null, who: null, since: row.created_at },
    dueOn: dueAfter(row.created_at, patience["join-request"]),
    path: `/networks/${networkId}/members#requests`,
  }));
}

async function listContributions(db: Db, networkId: string, ownIds: string[]): Promise<QueueItem[]> {
  const rows = await db
    .selectFrom("contribution")
    .leftJoin("contribution_field as title", (join) =>
      join.onRef("title.contribution_id", "=", "contribution.id").on("title.field", "=", "title"),
    )
    .leftJoin("review_round as round", (join) =>
      join.onRef("round.contribution_id", "=", "contribution.id").on("round.closed_at", "is", null),
    )
    .where("contribution.network_id", "=", networkId)
    .where("contribution.status", "in", ["submitted", "in-review", "accepted"])
    .where("contribution.id", "not in", ownIds)
    .select(["contribution.id", "contribution.status", "contribution.language", "title.value as title"])
    .select(["contribution.submitted_at", "contribution.updated_at", "round.id as round_id", "round.opened_at"])
    .select("round.reviews_needed")
    .execute();
  const reviews = await countReviews(
    db,
    rows.flatMap((row) => (row.round_id === null ? [] : [row.round_id])),
  );
  return rows.flatMap((row): QueueItem[] => {
    const round = row.round_id === null ? undefined : reviews.get(row.round_id);
    const needed = row.reviews_needed ?? 1;
    const done = round?.done ?? 0;
    const asked = done + (round?.open ?? 0);
    const item = (kind: Exclude<QueueKind, "review">, since: string, page = ""): QueueItem[] => [
      {
        kind,
        ...{ title: row.title ?? "", language: row.language, who: null, since },
        dueOn: dueAfter(since, patience[kind]),
        path: `/contributions/${row.id}${page}`,
      },
    ];
    if (row.status === "submitted") return item("submitted", row.submitted_at ?? row.updated_at, "/review");
    if (row.status === "accepted") return item("accepted", row.updated_at, "/publish");
    if (done >= needed) return item("reviews-complete", round?.last ?? row.updated_at, "/review");
    if (asked < needed) return item("needs-reviewers", row.opened_at ?? row.updated_at, "/review");
    return [];
  });
}

interface RoundCount {
  done: number;
  /** Asked for, and not yet there. */
  open: number;
  /** When the latest one came. */
  last: string | null;
}

/** Reviews of these rounds: a pair writes one. */
async function countReviews(db: Db, roundIds: string[]): Promise<Map<string, RoundCount>> {
  const rows = await db
    .selectFrom("review")
    .leftJoin("review_assignment as assignment", (join) =>
      join.onRef("assignment.review_id", "=", "review.id").on("assignment.state", "in", ["invited", "accepted"]),
    )
    .where("review.round_id", "in", roundIds)
    .groupBy("review.id")
    .select(["review.round_id", "review.submitted_at"])
    .select(({ fn }) => fn.count<number>("assignment.id").as("open"))
    .execute();
  const counts = new Map<string, RoundCount>();
  for (const row of rows) {
    const count = counts.get(row.round_id) ?? { done: 0, open: 0, last: null };
    if (row.submitted_at !== null) {
      count.done++;
      if (count.last === null || row.submitted_at > count.last) count.last = row.submitted_at;
    } else if (row.open > 0) count.open++;
    counts.set(row.round_id, count);
  }
  return counts;
}

async function listReviews(db: Db, networkId: string, ownIds: string[], now: Date): Promise<QueueItem[]> {
  const tasks = await listReviewTasks(db, networkId, now, ownIds);
  return tasks.map(({ contribution, reviewer, invitedAt, dueOn }) => ({
    kind: "review",
    ...{ title: contribution.title, language: contribution.language, who: reviewer?.name ?? null },
    ...{ since: invitedAt, dueOn },
    path: `/contributions/${contribution.id}/review`,
  }));
}

async function listReports(db: Db, networkId: string, personId: string): Promise<QueueItem[]> {
  const reported = await listReportedIn(db, networkId, personId);
  return reported.map(({ threadId, number, title, language, since }) => ({
    kind: "report",
    ...{ title, language, who: null, since },
    dueOn: dueAfter(since, patience.report),
    path: `/threads/${threadId}/${number}`,
  }));
}
