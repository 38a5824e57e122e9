import { isDone, isOpen, isOverdue } from "~/domain/reviews/assignment";
import { selectHiddenAssignments } from "~/domain/reviews/hidden-assignment-queries.server";
import type { Db } from "~db/client.server";
import {
  daysBetween,
  lastMonths,
  type MonthDays,
  median,
  type NetworkStatistics,
  type ReviewerLoad,
} from "./statistics";

/** What ends the wait of who has submitted. */
const decisions = ["return", "decline", "accept-unreviewed", "request-changes", "accept"];
const submissions = ["submit", "resubmit"];

/** A network's work in the last twelve months. `viewerId` is who will read it: of hidden reviews of their own work, nothing is counted. */
export async function readStatistics(
  db: Db,
  { networkId, viewerId }: { networkId: string; viewerId: string },
  now: Date,
): Promise<NetworkStatistics> {
  const months = lastMonths(now);
  const events = await db
    .selectFrom("audit_event")
    .innerJoin("contribution", "contribution.id", "audit_event.subject_id")
    .where("audit_event.subject_kind", "=", "contribution")
    .where("contribution.network_id", "=", networkId)
    .where("audit_event.action", "in", [...submissions, ...decisions])
    .orderBy("audit_event.number")
    .select(["audit_event.action", "audit_event.at", "audit_event.subject_id as id"])
    .execute();
  const states = await db
    .selectFrom("contribution")
    .where("network_id", "=", networkId)
    .where("status", "!=", "draft")
    .groupBy("status")
    .select(["status", ({ fn }) => fn.countAll<number>().as("count")])
    .execute();
  return {
    submissions: months.map((month) => ({
      month,
      count: events.filter(({ action, at }) => submissions.includes(action) && at.startsWith(month)).length,
    })),
    decisions: decisionTimes(events, months),
    reviewers: await listLoads(db, { networkId, viewerId, since: months[0] ?? "" }, now),
    states,
  };
}

/** From the latest submission of each contribution to the decision that followed it. */
function decisionTimes(events: { action: string; at: string; id: string }[], months: string[]): MonthDays[] {
  const waiting = new Map<string, string>();
  const days = new Map<string, number[]>(months.map((month) => [month, []]));
  for (const { action, at, id } of events) {
    const since = waiting.get(id);
    if (submissions.includes(action)) waiting.set(id, at);
    else if (since !== undefined) {
      days.get(at.slice(0, 7))?.push(daysBetween(since, at));
      waiting.delete(id);
    }
  }
  return months.map((month) => {
    const all = days.get(month) ?? [];
    return { month, decisions: all.length, median: median(all) };
  });
}

interface Asked {
  networkId: string;
  viewerId: string;
  since: string;
}

async function listLoads(db: Db, { networkId, viewerId, since }: Asked, now: Date): Promise<ReviewerLoad[]> {
  const rows = await db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .innerJoin("person", "person.id", "assignment.person_id")
    .where("round.network_id", "=", networkId)
    .where("assignment.id", "not in", selectHiddenAssignments(db, viewerId))
    .orderBy("person.name")
    .select(["person.id", "person.name", "assignment.state", "assignment.due_on", "assignment.invited_at"])
    .select(["assignment.submitted_at", "round.closed_at"])
    .execute();
  const people = [...new Map(rows.map((row) => [row.id, row.name]))];
  return people.map(([id, name]) => {
    const own = rows.filter((row) => row.id === id);
    const open = own.filter((row) => isOpen(row.state) && row.closed_at === null);
    const sent = own.filter((row) => isDone(row.state) && (row.submitted_at ?? "") >= since);
    return {
      ...{ id, name, open: open.length, sent: sent.length },
      overdue: open.filter((row) => isOverdue({ state: row.state, dueOn: row.due_on }, now)).length,
      median: median(sent.map((row) => daysBetween(row.invited_at, row.submitted_at ?? row.invited_at))),
    };
  });
}
