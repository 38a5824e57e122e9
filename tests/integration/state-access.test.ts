import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Db } from "~db/client.server";
import { type ContributionStatus, contributionStatuses } from "~db/schema/contribution";
import { addThread } from "../support/a-thread";
import { accessRules } from "../support/access-rules";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { startNetworkServer } from "../support/network-server";

const canaryOf = (status: ContributionStatus) => `heron${status.replace("-", "")}lamp`;

/** A contribution in a state, written by `author`, submitted to `own`, each of its texts with the state's canary. */
async function addIn(db: Db, status: ContributionStatus, author: string): Promise<string> {
  const id = randomUUID();
  const at = new Date().toISOString();
  await db
    .insertInto("contribution")
    .values({
      ...{ id, kind: "case-study", status, network_id: "own", city_id: "own-city", language: "en", revision: 3 },
      ...{ created_at: at, updated_at: at, submitted_at: status === "draft" ? null : at },
    })
    .execute();
  const row = { contribution_id: id, position: 1, person_id: author, name: null, roles: "[]" };
  await db.insertInto("contribution_author").values(row).execute();
  for (const [index, field] of ["title", "pitch", "situation_before"].entries()) {
    const saved = { field, value: `Budget ${canaryOf(status)}`, revision: index + 1, saved_by: author, saved_at: at };
    await db
      .insertInto("contribution_field")
      .values({ contribution_id: id, ...saved })
      .execute();
    await db
      .insertInto("contribution_change")
      .values({ contribution_id: id, ...saved })
      .execute();
  }
  return id;
}

async function startWorld() {
  const server = await startNetworkServer();
  for (const network of ["own", "other"]) {
    await server.network(network);
    await server.city(`${network}-city`, [network]);
  }
  const author = await server.person("author", [{ in: "own" }]);
  const coordinator = await server.person("coordinator", [{ in: "own", coordinator: true }]);
  const strangers: Record<string, BrowserStandIn> = {
    nobody: server.browser(),
    member: (await server.person("member", [{ in: "own" }])).browser,
    reviewer: (await server.person("reviewer", [{ in: "own", reviewer: true }])).browser,
    official: (await server.person("official", [{ in: "own", cities: ["own-city"] }])).browser,
    administrator: (await server.person("administrator", [], { administrator: true })).browser,
    otherCoordinator: (await server.person("otherCoordinator", [{ in: "other", coordinator: true }])).browser,
  };
  const ids = new Map<ContributionStatus, string>();
  for (const status of contributionStatuses) ids.set(status, await addIn(server.services.db, status, author.id));
  await server.services.syncIndex();
  return { server, authorId: author.id, author: author.browser, coordinator: coordinator.browser, strangers, ids };
}

/** The addresses of one contribution, and what each takes. */
const ofContributions = Object.entries(accessRules).flatMap(([pattern, rules]) => {
  const all = [rules].flat();
  return pattern.startsWith("/contributions/:id")
    ? [{ pattern, reads: all.some(({ get }) => get), takes: all.some(({ post }) => post) }]
    : [];
});
/** What anyone may ask for, with a word that all the canaries share. */
const everywhere = Object.entries(accessRules).flatMap(([pattern, rules]) =>
  pattern.startsWith("/contributions/:id")
    ? []
    : [rules].flat().flatMap(({ at = pattern, get }) => (get && !/[:*{]/.test(at) ? [at] : [])),
);

const decided: readonly ContributionStatus[] = ["accepted", "published", "superseded", "archived", "withdrawn"];
/** An administrator publishes, corrects and withdraws for every network what it has accepted; of what is written before, nothing is theirs. */
const isForAdministrators = (path: string, status: ContributionStatus): boolean =>
  /\/(publish|retire|revise)$/.test(path) && decided.includes(status);

test("in each of its states a contribution is hidden from everyone but its authors and, once submitted, its coordinators", {
  timeout: 300_000,
}, async () => {
  const { server, authorId, author, coordinator, strangers, ids } = await startWorld();
  const { db } = server.services;
  const rows = async () => [
    await db.selectFrom("contribution").selectAll().orderBy("id").execute(),
    await db.selectFrom("contribution_field").selectAll().orderBy("contribution_id").orderBy("field").execute(),
  ];
  const before = await rows();
  const told: string[] = [];
  for (const [status, id] of ids) {
    const thread = await addThread(db, { startedBy: authorId, word: canaryOf(status), contributionId: id });
    const addresses = [
      ...ofContributions.map((rule) => ({
        ...rule,
        path: rule.pattern.replace(":id", id).replace(/:\w+/g, randomUUID()),
      })),
      ...[`/threads/${thread}`, `/threads/${thread}/1`].map((path) => ({ path, reads: true, takes: true })),
    ];
    for (const { path, reads, takes } of addresses) {
      for (const [role, browser] of Object.entries(strangers)) {
        if (role === "administrator" && isForAdministrators(path, status)) continue;
        const form = {
          form: "edit",
          title: "Taken",
          "revision.title": "1",
          sure: "yes",
          text: "Taken",
          reason: "Taken",
        };
        const answers = [
          ...(reads ? [await browser.get(path), await browser.get(`${path}.data`)] : []),
          ...(takes ? [await browser.submit(path, form)] : []),
        ];
        for (const answer of answers) {
          const body = await answer.text();
          if (body.includes(canaryOf(status))) told.push(`${path} tells ${role} of what is ${status}`);
          const refused =
            [401, 403, 404, 405].includes(answer.status) || /sign-in/.test(`${answer.headers.get("location")} ${body}`);
          if (!refused) told.push(`${path} answers ${role} ${answer.status} while it is ${status}`);
        }
      }
    }
    expect(await (await author.get(`/contributions/${id}`)).text(), status).toContain(canaryOf(status));
    const seen = await (await coordinator.get(`/contributions/${id}`)).text();
    expect(seen.includes(canaryOf(status)), `the coordinator and what is ${status}`).toBe(status !== "draft");
  }
  expect(told).toEqual([]);
  expect(await rows(), "nobody changed anything").toEqual(before);
});

test("no list, search, suggestion, count, feed, file or answer of the interface knows a word of what is not published", {
  timeout: 300_000,
}, async () => {
  const { strangers, server } = await startWorld();
  const words = contributionStatuses.map(canaryOf);
  const { nobody, member, administrator } = strangers;
  const told: string[] = [];
  for (const [role, browser] of Object.entries({ nobody, member, administrator })) {
    for (const at of everywhere) {
      const asked = at.split("?")[0] ?? at;
      for (const path of [at, `${asked}?q=heron`, `${asked === "/" ? "/_root" : asked}.data`]) {
        const body = (await (await browser?.get(path))?.text()) ?? "";
        for (const word of words) {
          // Administrators stand in for a network's coordinators: they see what waits, and never a draft.
          const waits = role === "administrator" && asked === "/networks/own/queue" && word !== canaryOf("draft");
          if (body.includes(word) && !waits) told.push(`${path} tells ${role} of ${word}`);
        }
      }
    }
    for (const word of words) {
      const found = await (await server.browser().get(`/api/v1/search?q=${word}`)).json();
      expect(found).toMatchObject({ total: 0 });
    }
  }
  expect(everywhere.length).toBeGreaterThan(30);
  expect(told).toEqual([]);
});
