import { expect } from "vitest";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { transitions } from "~/domain/contributions/states";
import type { VersionContent } from "~/domain/publication/version";
import { isDone, isOpen } from "~/domain/reviews/assignment";
import { findConflictsOf } from "~/domain/reviews/conflict-queries.server";
import { isBlocked } from "~/domain/reviews/conflict-rules";
import { isComplete, linkKey, type ReviewedRound, submittedReviews } from "~/domain/reviews/review";
import { listDecisions, listRounds } from "~/domain/reviews/review-queries.server";
import type { Db } from "~db/client.server";
import { difference } from "../../support/search-index";
import type { Library } from "./library";
import { at } from "./people";

/** Who has just sent a review has no conflict that blocks. */
export async function checkConflicts(db: Db, id: string, day: number): Promise<void> {
  const contribution = await getContribution(db, id);
  const [round] = await listRounds(db, id);
  const now = new Date(Date.parse(at) + day * 86_400_000);
  const sent = round?.reviews
    .flatMap(({ assignments }) => assignments)
    .filter(({ state, submittedAt }) => isDone(state) && submittedAt === now.toISOString());
  const ids = sent?.flatMap(({ person }) => (person ? [person.id] : [])) ?? [];
  if (!contribution || ids.length === 0) return;
  const conflicts = await findConflictsOf(db, contribution, ids, now);
  for (const person of ids) expect(isBlocked(conflicts.get(person) ?? [])).toBe(false);
}

/** What the log says of a contribution, and that it says all. @returns where the log says that it stands */
async function checkLog(db: Db, id: string): Promise<string> {
  const rows = await db
    .selectFrom("audit_event")
    .where("subject_id", "=", id)
    .orderBy("number")
    .select(["action", "details"])
    .execute();
  let status = "draft";
  for (const { action, details } of rows) {
    const { from, to } = JSON.parse(details) as { from?: string; to?: string };
    if (to === undefined) continue;
    expect(from, "each transition begins where the last one ended").toBe(status);
    const known = transitions.some((move) => move.from === from && move.verb === action && move.to === to);
    expect(known, `${from} ${action} ${to}`).toBe(true);
    status = to;
  }
  return status;
}

async function checkRounds(db: Db, id: string, status: string): Promise<void> {
  const rounds = await listRounds(db, id);
  const open = rounds.filter(({ closedAt }) => closedAt === null);
  expect(open.length, "a round is open while it is reviewed").toBe(status === "in-review" ? 1 : 0);
  const decisions = await listDecisions(db, id);
  for (const round of rounds) {
    const decided = decisions.filter(({ roundId }) => roundId === round.id);
    expect(decided.length, "one decision for each round").toBe(round.closedAt === null ? 0 : 1);
    if (decided.length > 0) expect(isComplete(round), "nothing is decided before the reviews are in").toBe(true);
    for (const assignment of round.reviews.flatMap(({ assignments }) => assignments)) {
      if (round.closedAt !== null) expect(isOpen(assignment.state), "a decision ends what was open").toBe(false);
      const log = await db
        .selectFrom("audit_event")
        .where("subject_id", "=", assignment.id)
        .where("action", "not in", ["remind-reviewer", "note-overdue-review"])
        .orderBy("number", "desc")
        .select("details")
        .executeTakeFirstOrThrow();
      expect((JSON.parse(log.details) as { to: string }).to, "each move is in the log").toBe(assignment.state);
    }
  }
}

async function checkDeciders(db: Db, id: string): Promise<void> {
  const authors = (await getContribution(db, id))?.authors.map(({ name }) => name) ?? [];
  if (authors.length !== 1) return;
  for (const { decidedBy, verb } of await listDecisions(db, id))
    expect(authors, `${verb} by an author`).not.toContain(decidedBy);
}

const confirms = (round: ReviewedRound, link: { to: string; type: string }) =>
  submittedReviews(round).some(({ content }) => content.links.includes(linkKey({ toId: link.to, type: link.type })));

/** Every version was accepted after the reviews that it needed, or unreviewed where that is allowed, and published once. */
async function checkVersions(db: Db): Promise<string[]> {
  const reached: string[] = [];
  const versions = await db.selectFrom("entry_version").orderBy("number").selectAll().execute();
  expect(versions.map(({ number }) => number)).toEqual(versions.map((_, index) => index + 1));
  const network = await db.selectFrom("network").select("publishes_snapshots").executeTakeFirstOrThrow();
  let confirmed = false;
  for (const { entry_id, number, contribution_id, content } of versions) {
    const id = contribution_id ?? "";
    const log = await db
      .selectFrom("audit_event")
      .orderBy("number")
      .select(["action", "subject_id", "details"])
      .execute();
    const actions = log.filter(({ subject_id }) => subject_id === id).map(({ action }) => action);
    expect(actions.filter((action) => action === "publish")).toHaveLength(1);
    const named = log.filter(({ action, subject_id }) => action === "publish-version" && subject_id === entry_id);
    expect(named.map(({ details }) => JSON.parse(details).contribution)[number - 1]).toBe(id);
    const accepted = actions.findLast((action) => action === "accept" || action === "accept-unreviewed");
    const round = (await listRounds(db, id)).find(({ closedAt }) => closedAt !== null);
    if (accepted === "accept") {
      expect(round && isComplete(round), "no publication without the needed reviews").toBe(true);
      reached.push("published after review");
    } else {
      expect(accepted).toBe("accept-unreviewed");
      const { revises_id } = await db
        .selectFrom("contribution")
        .where("id", "=", id)
        .select("revises_id")
        .executeTakeFirstOrThrow();
      expect(revises_id !== null || network.publishes_snapshots === 1, "unreviewed only where it is allowed").toBe(
        true,
      );
    }
    const { links } = JSON.parse(content) as VersionContent;
    for (const link of links) {
      // What was confirmed once stays so in the versions that follow.
      confirmed ||= accepted === "accept" && round !== undefined && confirms(round, link);
      expect(link.evidence, `the evidence of version ${number}`).toBe(confirmed ? "peer-confirmed" : "claimed");
    }
    reached.push(`version ${number}`, ...(confirmed ? ["link confirmed"] : []));
  }
  return reached;
}

/** An entry is read while one of its contributions is published, and no two are. */
async function checkEntries(db: Db): Promise<void> {
  const entries = await db.selectFrom("entry").where("kind", "=", "practice").select(["id", "published_at"]).execute();
  for (const { id, published_at } of entries) {
    const rows = await db.selectFrom("contribution").where("entry_id", "=", id).select("status").execute();
    const standing = rows.map(({ status }) => status).filter((status) => status !== "superseded");
    expect(standing, "one stands for the entry").toHaveLength(1);
    expect(published_at !== null).toBe(standing[0] === "published");
  }
}

/** Everything that must hold, whatever was done. @returns what the history came to */
export async function checkInvariants(library: Library, works: readonly string[]): Promise<string[]> {
  const { db } = library;
  const reached: string[] = [];
  for (const id of works) {
    const contribution = await getContribution(db, id);
    const status = await checkLog(db, id);
    expect(contribution?.status, "what stands is what the log says").toBe(status);
    await checkRounds(db, id, status);
    await checkDeciders(db, id);
    reached.push(status);
  }
  reached.push(...(await checkVersions(db)));
  await checkEntries(db);
  expect((await verifyChain(db)).problems).toEqual([]);
  expect(await library.keeper.sync(), "the outbox is drained").toBe(true);
  expect(await library.keeper.verify({ repair: false }), "the index is what is published").toMatchObject({
    ...difference,
    refused: [],
    waiting: 0,
  });
  return [...new Set(reached)];
}
