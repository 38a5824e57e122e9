import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openRound } from "~/domain/reviews/open-round.server";
import type { Db } from "~db/client.server";
import { type AccessRule, accessRules, type Role, roles } from "../support/access-rules";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { addCurated } from "../support/curated-world";
import { around, hostile } from "../support/hostile";
import { type NetworkServer, startNetworkServer } from "../support/network-server";

const buildFile = join(import.meta.dirname, "..", "..", "build", "server", "index.js");

/** The address patterns of all routes that answer something. */
async function readPatterns(): Promise<string[]> {
  expect(existsSync(buildFile), "There is no build: run `npm run build` first.").toBe(true);
  const { routes } = (await import(pathToFileURL(buildFile).href)) as ServerBuild;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? `${pathOf(route.parentId)}${route.path ? `/${route.path}` : ""}` : "";
  };
  return Object.keys(routes)
    .filter((id) => id !== "root")
    .map((id) => pathOf(id) || "/");
}

/** Words of a draft, and of what was submitted to the network `own`, that must not reach others. */
const draftWord = "zebrafinchlantern";
const submittedWord = "quokkathimble";
const reviewedWord = "axolotlteapot";

interface World {
  server: NetworkServer;
  browsers: Record<Role, BrowserStandIn>;
  /** What stands for `{draft}` and the like. */
  ids: Record<string, string>;
}

async function makeWorld(): Promise<World> {
  const server = await startNetworkServer({ seeds: true });
  for (const network of ["own", "other"]) {
    await server.network(network);
    await server.city(`${network}-city`, [network]);
  }
  await server.network("asking", { join_policy: "request" });
  const made: Partial<Record<Role, { id: string; browser: BrowserStandIn }>> = {};
  for (const [prefix, network] of [
    ["", "own"],
    ["other", "other"],
  ] as const) {
    const name = (role: string) => (prefix ? `${prefix}${role[0]?.toUpperCase()}${role.slice(1)}` : role) as Role;
    const place = { in: network };
    made[name("member")] = await server.person(name("member"), [place]);
    made[name("reviewer")] = await server.person(name("reviewer"), [{ ...place, reviewer: true }]);
    made[name("official")] = await server.person(name("official"), [{ ...place, cities: [`${network}-city`] }]);
    made[name("coordinator")] = await server.person(name("coordinator"), [{ ...place, coordinator: true }]);
  }
  made.person = await server.person("person");
  made.administrator = await server.person("administrator", [], { administrator: true });
  const asking = await server.person("asking", [{ in: "own", state: "requested" }]);
  const listed = await server.person("listed", [], { listed: true });
  const memberId = made.member?.id ?? "";
  const { db } = server.services;
  const draft = await addContribution(db, memberId, { word: draftWord });
  const submitted = await addContribution(db, memberId, { word: submittedWord, submitted: true });
  const deleted = await addContribution(db, memberId, { word: draftWord });
  const withdrawn = await addContribution(db, memberId, { word: submittedWord, submitted: true });
  const { reviewed, assignment } = await addReviewed(db, memberId, made.reviewer?.id ?? "");
  const invitation = randomUUID();
  await db
    .insertInto("invitation")
    .values({
      id: invitation,
      network_id: "own",
      email: "invited@city.example",
      coordinator: 1,
      reviewer: 0,
      token_hash: "x",
      invited_by: null,
      created_at: server.services.now().toISOString(),
      expires_at: new Date(Date.now() + 86_400_000).toISOString(),
    })
    .execute();
  const browsers = Object.fromEntries(
    roles.map((role) => [role, made[role]?.browser ?? server.browser()]),
  ) as World["browsers"];
  const ids = {
    ...{ draft, submitted, deleted, withdrawn, invitation, member: memberId },
    ...{ reviewed, assignment },
    ...(await addCurated(db)),
    ...{ asking: asking.id, hidden: asking.id, listed: listed.id },
  };
  return { server, browsers, ids };
}

async function addContribution(
  db: Db,
  author: string,
  { word, submitted = false }: { word: string; submitted?: boolean },
): Promise<string> {
  const id = randomUUID();
  const at = new Date().toISOString();
  const status = submitted ? ("submitted" as const) : ("draft" as const);
  await db
    .insertInto("contribution")
    .values({
      id,
      kind: "case-study",
      status,
      network_id: submitted ? "own" : null,
      city_id: "own-city",
      language: "en",
      revision: 4,
      created_at: at,
      updated_at: at,
      submitted_at: submitted ? at : null,
    })
    .execute();
  const row = { contribution_id: id, position: 1, person_id: author, name: null, roles: "[]" };
  await db.insertInto("contribution_author").values(row).execute();
  for (const [index, field] of ["title", "pitch", "situation_before", "what_was_done"].entries()) {
    const saved = {
      contribution_id: id,
      field,
      value: `Budget ${word}`,
      revision: index + 1,
      saved_by: author,
      saved_at: at,
    };
    await db.insertInto("contribution_field").values(saved).execute();
    await db.insertInto("contribution_change").values(saved).execute();
  }
  if (submitted) await db.insertInto("fact_check").values({ contribution_id: id, asked_at: at }).execute();
  return id;
}

/** A contribution in review, with a reviewer who has accepted. */
async function addReviewed(db: Db, author: string, reviewer: string) {
  const reviewed = await addContribution(db, author, { word: reviewedWord, submitted: true });
  await db.updateTable("contribution").set({ status: "in-review" }).where("id", "=", reviewed).execute();
  await db.deleteFrom("fact_check").where("contribution_id", "=", reviewed).execute();
  const round = await openRound(db, { id: reviewed, networkId: "own", revision: 4 }, undefined, new Date());
  const review = randomUUID();
  await db.insertInto("review").values({ id: review, round_id: round.id, revision: 0 }).execute();
  const assignment = randomUUID();
  await db
    .insertInto("review_assignment")
    .values({
      ...{ id: assignment, review_id: review, person_id: reviewer, part: "single", state: "accepted" },
      ...{ due_on: "2099-01-01", invited_at: round.openedAt, may_publish: 0, signs: 0, listed: 0 },
    })
    .execute();
  return { reviewed, assignment };
}

type Verdict = "allowed" | "refused" | "no such method" | "failed";

function verdictOf(status: number, location: string, body: string): Verdict {
  if (status >= 500) return "failed";
  if (status === 405) return "no such method";
  // A loader's data says in its body where it leads to.
  const leads = status === 202 ? body : location;
  if ([401, 403, 404].includes(status) || leads.includes("/sign-in?to=")) return "refused";
  return "allowed";
}

async function ask(send: Promise<Response>): Promise<{ verdict: Verdict; body: string; status: number }> {
  const response = await send;
  const body = await response.text();
  return {
    body,
    status: response.status,
    verdict: verdictOf(response.status, response.headers.get("Location") ?? "", body),
  };
}

/** Everything that the database holds but what each request writes. */
async function readAll(db: Db): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  const kept = tables.map(({ name }) => name).filter((name) => !/^(session|search_|sqlite_|known_device)/.test(name));
  const contents = await Promise.all(
    kept.map(async (name) => (await sql`select * from ${sql.table(name)}`.execute(db)).rows),
  );
  return JSON.stringify(contents);
}

const dataPath = (path: string) => {
  const [address = "", query] = path.split("?");
  return `${address === "/" ? "/_root" : address}.data${query ? `?${query}` : ""}`;
};

test("every address of the route manifest says who may read and send what, and keeps to it", {
  timeout: 600_000,
}, async () => {
  const patterns = await readPatterns();
  expect(
    patterns.filter((pattern) => !(pattern in accessRules)),
    "declare them in tests/support/access-rules",
  ).toEqual([]);
  const { server, browsers, ids } = await makeWorld();
  const { db } = server.services;
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
  const wrong: string[] = [];
  const mayRead: Record<string, readonly Role[]> = {
    [draftWord]: ["member"],
    [submittedWord]: ["member", "coordinator", "official"],
    [reviewedWord]: ["member", "coordinator", "reviewer"],
  };
  const judge = (
    what: string,
    role: Role,
    answer: { verdict: Verdict; status: number; body: string },
    expected: Verdict,
  ) => {
    if (answer.verdict !== expected)
      wrong.push(`${what} by ${role}: ${answer.verdict} (${answer.status}), not ${expected}`);
    for (const [word, readers] of Object.entries(mayRead)) {
      if (!readers.includes(role) && answer.body.includes(word)) wrong.push(`${what} tells ${role} of ${word}`);
    }
  };

  async function check(
    pattern: string,
    { at = pattern, get, post, form = {}, allowed = { form: "nothing" } }: AccessRule,
  ): Promise<void> {
    const path = put(at);
    for (const role of roles) {
      const browser = browsers[role];
      if (get) {
        const expected = get.includes(role) ? "allowed" : "refused";
        judge(`GET ${at}`, role, await ask(browser.get(path)), expected);
        const data = await ask(browser.get(dataPath(path)));
        // A file's address has no page whose data could be asked for: only that nothing leaks counts.
        judge(`GET ${at} as data`, role, data, data.verdict === "refused" ? "refused" : expected);
      }
    }
    const before = await readAll(db);
    const filled = Object.fromEntries(
      Object.entries(form).map(([name, value]) => [name, Array.isArray(value) ? value.map(put) : put(value)]),
    );
    for (const role of roles.filter((one) => !post?.includes(one))) {
      const answer = await ask(browsers[role].submit(path, filled));
      judge(`POST ${at} ${form.form ?? ""}`, role, answer, post ? "refused" : "no such method");
    }
    if ((await readAll(db)) !== before) wrong.push(`POST ${at} ${form.form ?? ""} changed something for who may not`);
    for (const role of roles.filter((one) => post?.includes(one))) {
      judge(`POST ${at}, allowed`, role, await ask(browsers[role].submit(path, allowed)), "allowed");
    }
  }

  // Last: it ends the sessions that the others need.
  const ordered = patterns.filter((pattern) => pattern !== "/sign-out").concat("/sign-out");
  for (const pattern of ordered) for (const rule of [accessRules[pattern] ?? []].flat()) await check(pattern, rule);
  expect(wrong).toEqual([]);
});

test("no search, suggestion, count or file knows a word of a draft", async () => {
  const { server, browsers } = await makeWorld();
  await server.services.syncIndex();
  const asked = [
    "/search",
    "/search/suggest",
    "/api/v1/search",
    "/search/export.json",
    "/search/export.csv",
    "/search/export.bib",
  ];
  const queries = ["zebrafinch", "quokka", "zebrafinchlanter", "quokkathimbl"];
  for (const role of ["nobody", "otherMember", "administrator"] as const) {
    for (const path of asked) {
      for (const query of queries) {
        const body = await (await browsers[role].get(`${path}?q=${query}`)).text();
        for (const word of [draftWord, submittedWord]) expect(body, `${path} ${query} ${role}`).not.toContain(word);
      }
    }
    const { total } = (await (await browsers[role].get(`/api/v1/search?q=${draftWord}`)).json()) as { total: number };
    expect(total).toBe(0);
    expect(await (await browsers[role].get("/sitemap.xml")).text()).not.toContain("/contributions/");
  }
});

/** The names of all parameters that an address is asked for anywhere. */
function readParameterNames(): string[] {
  const app = join(import.meta.dirname, "..", "..", "app");
  const files = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const asked = files.flatMap((file) => [
    ...readFileSync(join(app, file), "utf8").matchAll(/(?:[pP]arams|query)\.(?:get|getAll|has)\("([\w.-]+)"\)/g),
  ]);
  return [...new Set([...asked.map(([, name = ""]) => name), "theme", "region", "year", "page", "sort", "lang"])];
}

/** Parts of each list that every address meets; the addresses begin at different places. */
const payloadsEach = 2;
/** Whoever may use them would do what the test is not about. */
const ends = ["/sign-out", "/contributions/:id/delete", "/account/data", "/account/security"];

test("SQL and foreign addresses in any parameter cause no error, change no row and lead nowhere else", {
  timeout: 600_000,
}, async () => {
  const { server, browsers, ids } = await makeWorld();
  const { db } = server.services;
  const names = readParameterNames();
  expect(names).toEqual(expect.arrayContaining(["q", "to", "near"]));
  const put = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
  const payloads = [around(hostile("sql")), around(hostile("open-redirect"))];
  const wrong: string[] = [];
  const judge = async (what: string, send: Promise<Response>) => {
    const answer = await send;
    await answer.arrayBuffer();
    if (answer.status >= 500) wrong.push(`${what}: ${answer.status}`);
    const to = answer.headers.get("Location");
    if (to && new URL(to, server.origin).origin !== server.origin) wrong.push(`${what} leads to ${to}`);
  };
  const before = await readAll(db);
  for (const pattern of Object.keys(accessRules)) {
    const rules = [accessRules[pattern] ?? []].flat();
    const real = put(rules[0]?.at ?? pattern).split("?")[0] ?? pattern;
    for (let i = 0; i < payloadsEach; i++) {
      for (const list of payloads) {
        const payload = list.next().value;
        const asked = new URLSearchParams(names.map((name) => [name, payload]));
        const form = { ...Object.fromEntries(asked), form: payload, id: payload, position: payload, field: payload };
        const hostilePath = pattern.replace(/:\w+|\*/g, () => encodeURIComponent(payload).replace(/^\.+$/, "%2e"));
        const what = `${pattern} with ${payload}`;
        await judge(`GET ${what} as a part`, browsers.member.get(`${hostilePath}?${asked}`));
        await judge(`GET ${what}`, browsers.member.get(`${real}?${asked}`));
        await judge(`GET ${what} by a coordinator`, browsers.coordinator.get(`${real}?${asked}`));
        if (rules.some(({ post }) => post))
          await judge(`POST ${what} by nobody`, browsers.nobody.submit(`${real}?${asked}`, form));
      }
    }
  }
  expect(wrong).toEqual([]);
  expect((await readAll(db)) === before, "a row was changed").toBe(true);
  for (const pattern of Object.keys(accessRules).filter((one) => !ends.includes(one))) {
    for (const { at = pattern, post } of [accessRules[pattern] ?? []].flat()) {
      if (!post) continue;
      for (const list of payloads) {
        const payload = list.next().value;
        const form = Object.fromEntries([...names, "form", "id", "person", "network"].map((name) => [name, payload]));
        const to = encodeURIComponent(payload);
        const by = post.includes("member") ? browsers.member : browsers.coordinator;
        await judge(`POST ${pattern} with ${payload}`, by.submit(`${put(at).split("?")[0]}?to=${to}`, form));
      }
    }
  }
  expect(wrong).toEqual([]);
});
