import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { AuditAction } from "~/domain/audit/audit-actions";
import { recordEvent } from "~/domain/audit/record-event.server";
import { inOrder } from "~/domain/queue/queue";
import { listQueue } from "~/domain/queue/queue-queries.server";
import { readStatistics } from "~/domain/statistics/statistics-queries.server";
import type { Db } from "~db/client.server";
import type { ContributionStatus } from "~db/schema/contribution";
import { startNetworkServer } from "../support/network-server";

const day = 86_400_000;

const as = (id: string) => ({
  person: { id },
  administrator: false,
  memberships: [{ networkId: "own", coordinator: true, reviewer: false }],
  cities: [],
});

test("one queue tells a coordinator everything that waits, overdue first, but not what they wrote themselves", async () => {
  const server = await startNetworkServer();
  const { db, readDb } = server.services;
  await server.network("own");
  await server.network("other");
  const coordinator = await server.person("Coordinator", [{ in: "own", coordinator: true }]);
  const author = await server.person("Author", [{ in: "own" }]);
  const reviewer = await server.person("Reviewer", [{ in: "own", reviewer: true }]);
  await server.person("Newcomer", [{ in: "own", state: "requested" }]);
  const now = new Date(Date.now() + 8 * day);
  const add = (title: string, status: ContributionStatus, ago: number, by = author.id, network = "own") =>
    addContribution(db, { title, status, by, network, at: new Date(now.getTime() - ago * day) });
  await add("Fresh", "submitted", 1);
  await add("Long waiting", "submitted", 30);
  await add("To publish", "accepted", 2);
  await add("Of the coordinator", "submitted", 3, coordinator.id);
  await add("Elsewhere", "submitted", 3, author.id, "other");
  const lonely = await add("Without reviewers", "in-review", 5);
  await addRound(db, lonely, now);
  const asked = await add("Asked", "in-review", 25);
  await addReview(db, await addRound(db, asked, now), { person: reviewer.id, sent: false, now });
  const done = await add("Reviewed", "in-review", 20);
  await addReview(db, await addRound(db, done, now), { person: reviewer.id, sent: true, now });

  const lines = await listQueue(readDb, { actor: as(coordinator.id), networkId: "own" }, now);
  expect(lines.map(({ kind, title, overdue }) => `${kind} ${title}${overdue ? " !" : ""}`)).toEqual([
    "submitted Long waiting !",
    "review Asked !",
    "join-request Newcomer !",
    "accepted To publish",
    "needs-reviewers Without reviewers",
    "reviews-complete Reviewed",
    "submitted Fresh",
  ]);
  expect(inOrder([...lines].reverse(), now)).toEqual(lines);

  const page = await (await coordinator.browser.get("/networks/own/queue")).text();
  expect(page).toContain("Long waiting");
  expect(page).not.toContain("Of the coordinator");
  // Each with its age, and with what to do next; overdue first.
  const lineOf = (title: string) => page.split("<tr").find((line) => line.includes(`>${title}</span>`)) ?? "";
  for (const told of ["22 days", "Overdue", ">Check and open the review</a>", "/review"])
    expect(lineOf("Long waiting")).toContain(told);
  expect(lineOf("To publish")).toContain(">Publish</a>");
  expect(lineOf("To publish")).not.toContain("Overdue");
  expect(page.indexOf("Long waiting")).toBeLessThan(page.indexOf("To publish"));
  expect((await author.browser.get("/networks/own/queue")).status).toBe(403);
  const administrator = await server.person("Administrator", [], { administrator: true });
  const theirs = await (await administrator.browser.get("/networks/own/queue")).text();
  expect(theirs).toContain("Newcomer");
  expect(theirs).not.toContain("Long waiting");

  const statistics = await readStatistics(readDb, { networkId: "own", viewerId: coordinator.id }, now);
  expect(statistics.reviewers).toMatchObject([{ name: "Reviewer", open: 1, overdue: 1, sent: 1 }]);
  const charts = await (await coordinator.browser.get("/networks/own/statistics")).text();
  expect(charts.match(/<svg viewBox/g)?.length, "drawn").toBeGreaterThan(12 + 12);
  expect(charts.match(/<summary>As a table<\/summary>/g), "each with its table behind it").toHaveLength(3);
  expect(charts).toContain('<th scope="row">Reviewer</th><td>1</td>');
});

test("the time to a decision runs from the latest submission to what followed it", async () => {
  const server = await startNetworkServer();
  const { db, readDb } = server.services;
  await server.network("own");
  const { id: by } = await server.person("Author", [{ in: "own" }]);
  const at = (text: string) => new Date(`2026-${text}T12:00:00Z`);
  const happened = async (id: string, events: [AuditAction, string][]) => {
    for (const [action, when] of events) {
      const subject = { kind: "contribution", id };
      await recordEvent(db, { actor: null, at: at(when), address: null }, { action, subject });
    }
  };
  const first = await addContribution(db, { title: "a", status: "accepted", by, network: "own", at: at("01-01") });
  const second = await addContribution(db, { title: "b", status: "in-review", by, network: "own", at: at("01-01") });
  await happened(first, [
    ["submit", "02-01"],
    ["request-changes", "02-11"],
    ["resubmit", "03-01"],
    ["accept", "03-05"],
  ]);
  await happened(second, [
    ["submit", "02-10"],
    ["decline", "02-12"],
  ]);
  const { submissions, decisions } = await readStatistics(readDb, { networkId: "own", viewerId: by }, at("04-15"));
  expect(submissions.filter(({ count }) => count > 0)).toEqual([
    { month: "2026-02", count: 2 },
    { month: "2026-03", count: 1 },
  ]);
  expect(decisions.filter((month) => month.decisions > 0)).toEqual([
    { month: "2026-02", decisions: 2, median: 6 },
    { month: "2026-03", decisions: 1, median: 4 },
  ]);
});

interface NewContribution {
  title: string;
  status: ContributionStatus;
  by: string;
  network: string;
  at: Date;
}

async function addContribution(db: Db, { title, status, by, network, at }: NewContribution): Promise<string> {
  const id = randomUUID();
  const time = at.toISOString();
  await db
    .insertInto("contribution")
    .values({
      ...{ id, kind: "practice", status, network_id: network, language: "en", revision: 1 },
      ...{ created_at: time, updated_at: time, submitted_at: time },
    })
    .execute();
  const author = { contribution_id: id, position: 1, person_id: by, name: null, roles: "[]" };
  await db.insertInto("contribution_author").values(author).execute();
  const field = { contribution_id: id, field: "title", value: title, revision: 1, saved_by: by, saved_at: time };
  await db.insertInto("contribution_field").values(field).execute();
  return id;
}

async function addRound(db: Db, contributionId: string, now: Date): Promise<string> {
  const id = randomUUID();
  const opened_at = new Date(now.getTime() - 5 * day).toISOString();
  await db
    .insertInto("review_round")
    .values({
      ...{ id, contribution_id: contributionId, network_id: "own", number: 1, revision: 1, rubric_version: 0 },
      ...{ anonymity: "open", reviews_needed: 1, opened_at },
    })
    .execute();
  return id;
}

async function addReview(
  db: Db,
  round: string,
  { person, sent, now }: { person: string; sent: boolean; now: Date },
): Promise<void> {
  const review = randomUUID();
  const invited_at = new Date(now.getTime() - 24 * day).toISOString();
  const submitted_at = sent ? new Date(now.getTime() - 2 * day).toISOString() : null;
  await db.insertInto("review").values({ id: review, round_id: round, revision: 0, submitted_at }).execute();
  await db
    .insertInto("review_assignment")
    .values({
      ...{ id: randomUUID(), review_id: review, person_id: person, part: "single", invited_at, submitted_at },
      ...{ state: sent ? "submitted" : "accepted", may_publish: 0, signs: 0, listed: 0 },
      due_on: new Date(now.getTime() - 3 * day).toISOString().slice(0, 10),
    })
    .execute();
}
