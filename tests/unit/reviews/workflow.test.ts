import fc from "fast-check";
import { expect, test } from "vitest";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { transitions } from "~/domain/contributions/states";
import { isDone, isOpen } from "~/domain/reviews/assignment";
import { findConflictsOf } from "~/domain/reviews/conflict-queries.server";
import { isBlocked } from "~/domain/reviews/conflict-rules";
import { isComplete } from "~/domain/reviews/review";
import { listDecisions, listRounds } from "~/domain/reviews/review-queries.server";
import type { Db } from "~db/client.server";
import { tempDatabase } from "../../support/temp";
import { addDraft, makeReviewWorld, names, type ReviewWorld, type Step, take } from "./review-world";

const step = fc.record<Step & { leads: boolean }>({
  leads: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
  does: fc.oneof(
    ...(["submit", "open", "review", "decide", "resubmit", "answer", "answer", "invite", "invite"] as const).map(
      (does) => fc.constant(does),
    ),
    fc.constantFrom("takeBack", "unreviewed", "reopen", "tend", "remind", "join"),
  ),
  // Mostly those who may: histories of refusals alone come nowhere.
  who: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("author", "coordinator", "r1", "r2") },
    { weight: 1, arbitrary: fc.constantFrom(...names) },
  ),
  whom: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("r1", "r2") },
    { weight: 1, arbitrary: fc.constantFrom("ownCity", "colleague", "author", "junior", "r1") },
  ),
  pick: fc.nat(40),
  late: fc.boolean(),
});

/** A step that leads on from where it stands, by who may take it, so that histories come far; any others come between. */
async function leadOn(db: Db, { ids }: ReviewWorld, id: string, status: string): Promise<Pick<Step, "does" | "who">> {
  if (status === "draft") return { does: "submit", who: "author" };
  if (status === "submitted") return { does: "open", who: "coordinator" };
  if (status === "changes-requested") return { does: "resubmit", who: "author" };
  if (status !== "in-review") return { does: "reopen", who: "author" };
  const [round] = await listRounds(db, id);
  const assignments = round?.reviews.flatMap((review) => review.assignments) ?? [];
  if (round && isComplete(round)) return { does: "decide", who: "second" };
  const waiting = assignments.find(({ state }) => isOpen(state));
  const who = names.find((name) => ids[name] === waiting?.person?.id);
  if (!waiting || !who) return { does: "invite", who: "coordinator" };
  return { does: waiting.state === "invited" ? "answer" : "review", who };
}

const seenOf = async (db: Db, id: string) => {
  const row = await db.selectFrom("contribution").where("id", "=", id).select("status").executeTakeFirstOrThrow();
  const [round] = await listRounds(db, id);
  return { status: row.status, round: round?.number ?? 0 };
};

/** Everything that must hold, whatever was done. */
async function checkInvariants(db: Db, id: string): Promise<string[]> {
  const contribution = await getContribution(db, id);
  const rounds = await listRounds(db, id);
  const events = (
    await db.selectFrom("audit_event").where("subject_id", "=", id).orderBy("number").selectAll().execute()
  ).map((event) => ({ ...event, details: JSON.parse(event.details) as { from?: string; to?: string } }));
  let status: string | undefined = "draft";
  for (const { action, details } of events.filter((event) => event.details.to !== undefined)) {
    expect(details.from, "each transition begins where the last one ended").toBe(status);
    const known = transitions.some(
      ({ from, verb, to }) => from === details.from && verb === action && to === details.to,
    );
    expect(known, `${details.from} ${action} ${details.to}`).toBe(true);
    status = details.to;
  }
  expect(contribution?.status, "what stands is what the log says").toBe(status);
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
  const authors = contribution?.authors.map(({ name }) => name) ?? [];
  for (const { decidedBy, verb } of decisions)
    if (authors.length === 1) expect(authors, `${verb} by an author`).not.toContain(decidedBy);
  const accepted = events.filter(({ action }) => action === "accept").length;
  return [status ?? "", ...(accepted > 0 ? ["accepted after review"] : [])];
}

test("2,000 random histories: nothing is accepted without its reviews, nobody reviews against a conflict, all is in the log", {
  timeout: 600_000,
}, async () => {
  const { db, sqlite } = await tempDatabase();
  // What is tested is not whether a power cut loses it.
  sqlite.pragma("synchronous = OFF");
  const world: ReviewWorld = await makeReviewWorld(db);
  const reached = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
      const id = await addDraft(db, world.ids.author);
      let before = await seenOf(db, id);
      for (const [index, wanted] of steps.entries()) {
        const seen = await seenOf(db, id);
        const { does, who } = wanted.leads ? await leadOn(db, world, id, seen.status) : wanted;
        const stale = wanted.late && wanted.pick % 5 === 0;
        await take(db, world, id, { ...wanted, does, who }, index * 4, stale ? before : seen);
        if (does === "review") await noConflictJustNow(db, id, index * 4);
        before = seen;
      }
      for (const what of await checkInvariants(db, id)) reached.set(what, (reached.get(what) ?? 0) + 1);
      await db.deleteFrom("contribution").where("id", "=", id).execute();
      await db.deleteFrom("notification").execute();
    }),
    { seed: 20_261_122, numRuns: 2000 },
  );
  // A test of nothing but refusals would promise nothing.
  for (const state of ["in-review", "changes-requested", "accepted", "declined", "accepted after review"])
    expect(reached.get(state) ?? 0, state).toBeGreaterThan(20);
});

/** Who has just sent a review has no conflict that blocks. */
async function noConflictJustNow(db: Db, id: string, day: number): Promise<void> {
  const contribution = await getContribution(db, id);
  const [round] = await listRounds(db, id);
  const now = new Date(Date.parse("2026-01-01T00:00:00.000Z") + day * 86_400_000);
  const sent = round?.reviews
    .flatMap(({ assignments }) => assignments)
    .filter(({ state, submittedAt }) => isDone(state) && submittedAt === now.toISOString());
  const ids = sent?.flatMap(({ person }) => (person ? [person.id] : [])) ?? [];
  if (!contribution || ids.length === 0) return;
  const conflicts = await findConflictsOf(db, contribution, ids, now);
  for (const person of ids) expect(isBlocked(conflicts.get(person) ?? [])).toBe(false);
}
