import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { isOpen } from "~/domain/reviews/assignment";
import type { Seen } from "~/domain/reviews/coordinated.server";
import { isComplete } from "~/domain/reviews/review";
import { listRounds } from "~/domain/reviews/review-queries.server";
import { openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import type { ContributionStatus } from "~db/schema/contribution";
import { anonymities } from "~db/schema/membership";
import { tempFolder } from "../../support/temp";
import { checkConflicts, checkInvariants } from "./invariants";
import { Library, type Outage } from "./library";
import { addDraft, makeReviewWorld, names, type ReviewWorld } from "./people";
import { act, doerOf, isRefusal, type Step } from "./steps";

/** `HISTORIES=2000 npx vitest run tests/integration/histories` takes minutes; `SEED` brings a failure back. */
const histories = Number(process.env.HISTORIES ?? 150);
const seed = Number(process.env.SEED ?? 20_261_122);

interface Planned extends Step {
  /** Does what leads on from where it stands, in the place of `does`. */
  leads: boolean;
  /** On a version that has been followed by another, or any. */
  earlier: boolean;
  /** A second coordinator does the same at the same moment. */
  twice: boolean;
  outage: Outage;
  /** The index is brought in step afterwards, as the server does. */
  syncs: boolean;
}

const often = <T>(weight: number, usual: T, ...seldom: T[]) =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) });

const step: fc.Arbitrary<Planned> = fc.record({
  leads: often(3, true, false),
  does: fc.constantFrom<Step["does"][]>(
    ...(["submit", "open", "review", "decide", "resubmit", "answer", "invite", "publish", "revise"] as const),
    ...(["takeBack", "unreviewed", "reopen", "tend", "remind", "join", "edit"] as const),
    ...(["archive", "withdraw", "restore", "archive", "publish"] as const),
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
  late: often(9, false, true),
  earlier: often(6, false, true),
  twice: often(12, false, true),
  outage: often<Outage>(5, "none", "locked", "read-only", "broken", "no-index", "restart"),
  syncs: often(2, true, false),
});

const policies = fc.record({
  reviews_needed: often(3, 1, 2),
  publishes_snapshots: fc.constantFrom(0 as const, 1 as const),
  anonymity: fc.constantFrom(...anonymities),
});

/** A step that leads on from where it stands, by who may take it, so that histories come far; any others come between. */
async function leadOn({ db }: Library, { ids }: ReviewWorld, id: string, pick: number): Promise<Partial<Step>> {
  const contribution = await getContribution(db, id);
  const by = (does: Step["does"], who: Step["who"]) => ({ does, who });
  switch (contribution?.status) {
    case "draft":
      return pick % 4 === 0 ? by("edit", "author") : by("submit", "author");
    case "submitted":
      return pick % 3 === 2 ? by("unreviewed", "second") : by("open", "coordinator");
    case "changes-requested":
      return by("resubmit", "author");
    case "accepted":
      return by("publish", "coordinator");
    case "published":
      return pick % 8 === 0 ? by("archive", "coordinator") : by("revise", pick % 3 === 0 ? "coordinator" : "author");
    case "archived":
      return pick % 4 === 0 ? by("withdraw", "second") : by("restore", "second");
    case "in-review":
      break;
    default:
      return by("reopen", "author");
  }
  const [round] = await listRounds(db, id);
  if (round && isComplete(round)) return by("decide", "second");
  const waiting = round?.reviews.flatMap((review) => review.assignments).find(({ state }) => isOpen(state));
  const who = names.find((name) => ids[name] === waiting?.person?.id);
  if (!waiting || !who) return { ...by("invite", "coordinator"), whom: pick % 2 === 0 ? "r1" : "r2" };
  return by(waiting.state === "invited" ? "answer" : "review", who);
}

/** Where a contribution stands, for somebody who looks now. */
function look(library: Library, id: string): Seen {
  const [[status, round] = []] = library.read(
    "select status, (select max(number) from review_round where contribution_id = contribution.id) from contribution where id = ?",
    id,
  );
  return { status: status as ContributionStatus, round: Number(round ?? 0) };
}

/** What a step that fails must leave as it was. */
const standing = (library: Library) =>
  [
    "select id, status, entry_id, submitted_at from contribution order by id",
    "select id, title, published_at, updated_at from entry order by id",
    "select from_id, to_id, evidence from link order by id",
    "select id, state from review_assignment order by id",
    "select count(*), max(number) from audit_event",
    "select count(*) from notification",
    "select count(*), sum(closed_at is null) from review_round",
    "select ifnull(max(seq), 0) from sqlite_sequence where name = 'outbox'",
  ].map((statement) => library.read(statement));

const versionsIn = (library: Library) => [
  ...library.read("select * from entry_version order by entry_id, number"),
  ...library.read("select entry_id, number, part, position, roles from version_credit order by 1, 2, 3, 4"),
];

const isOutage = (error: unknown) =>
  error instanceof Error && "code" in error && /^SQLITE_(BUSY|READONLY|CONSTRAINT_TRIGGER)/.test(String(error.code));

test(`${histories} random histories of reviews and publications, with restarts and outages: what was promised holds (seed ${seed})`, {
  timeout: 60_000 + histories * 3_000,
}, async () => {
  const folder = tempFolder();
  const template = join(folder, "template");
  mkdirSync(template);
  const empty = openDatabase(join(template, "library.sqlite"));
  await migrateToLatest(empty.db);
  const world = await makeReviewWorld(empty.db);
  await empty.close();
  const first = await Library.open(template);
  await first.keeper.rebuild();
  await first.close();
  const reached = new Map<string, number>();
  const came = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);

  const live = async (steps: Planned[], rules: Parameters<typeof setPolicies>[1]) => {
    const library = await Library.open(join(folder, randomUUID()), join(template, "library.sqlite"));
    try {
      await setPolicies(library, rules);
      const works = [await addDraft(library.db, world.ids.author)];
      let before = look(library, works[0] ?? "");
      let versions: unknown[] = [];
      for (const [index, planned] of steps.entries()) {
        const id = works[planned.earlier ? planned.pick % works.length : works.length - 1] ?? "";
        const seen = look(library, id);
        const taken = planned.leads ? { ...planned, ...(await leadOn(library, world, id, planned.pick)) } : planned;
        const outcome = await take(library, id, taken, index * 4, planned.late ? before : seen);
        for (const began of outcome.began) if (!works.includes(began)) works.push(began);
        for (const what of outcome.came) came(what);
        if (taken.does === "review") await checkConflicts(library.db, id, index * 4);
        const now = versionsIn(library);
        for (const version of versions) expect(now, "versions never change").toContainEqual(version);
        versions = now;
        if (planned.syncs) await library.keeper.sync();
        before = seen;
      }
      await library.restart();
      for (const what of await checkInvariants(library, works)) came(what);
    } finally {
      await library.remove();
    }
  };

  /** Takes a step, once or by two at the same moment; what fails leaves everything as it was. */
  async function take(library: Library, id: string, planned: Planned, day: number, seen: Seen) {
    const was = standing(library);
    const who = planned.twice ? (["coordinator", "second"] as const) : [planned.who];
    const outcomes = await library.during(planned.outage, planned.pick, () =>
      Promise.allSettled(
        who.map((name) => act(library.db, world, id, { ...planned, who: name }, doerOf(world, name, day), seen)),
      ),
    );
    const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    for (const error of failures) if (!isRefusal(error) && !(planned.outage !== "none" && isOutage(error))) throw error;
    // Reminders go out one by one.
    if (failures.length === who.length && planned.does !== "remind")
      expect(standing(library), `${planned.does} that failed`).toEqual(was);
    const began = outcomes.flatMap((outcome) =>
      outcome.status === "fulfilled" && outcome.value !== undefined ? [outcome.value] : [],
    );
    return { began, came: failures.some(isOutage) ? [`stopped by ${planned.outage}`] : [] };
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 14, maxLength: 40 }), policies, live),
    // Shrinking takes hours; the steps of a failure are printed as they are.
    { seed, numRuns: histories, endOnFailure: true },
  );
  console.log(Object.fromEntries([...reached].sort()));
  // A test of nothing but refusals would promise nothing.
  const wanted = ["in-review", "declined", "published", "superseded", "archived", "withdrawn", "version 2"];
  const stopped = ["locked", "read-only", "broken"].map((outage) => `stopped by ${outage}`);
  for (const what of [...wanted, ...stopped, "published after review", "link confirmed"])
    expect(reached.get(what) ?? 0, what).toBeGreaterThanOrEqual(Math.floor(histories / 100));
});

const setPolicies = ({ db }: Library, rules: { reviews_needed: number; publishes_snapshots: 0 | 1 }) =>
  db.updateTable("network").set(rules).execute();
