import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveFields } from "~/domain/contributions/save-fields.server";
import { startContribution } from "~/domain/contributions/start-contribution.server";
import { retirePublication } from "~/domain/publication/retire-publication.server";
import { readEnv } from "~/env.server";
import { createServices, type Services } from "~/services.server";
import { quietTables } from "~db/public-changes.server";
import { createApp } from "../../server/app";
import { createPageHandler } from "../../server/page-handler";
import { aPerson } from "../support/a-contribution";
import { aCoordinator, doerOf } from "../support/publishable";
import { publishWithAll } from "../support/published-world";
import { rawRequest } from "../support/raw-request";

/** Of the routes with parameters, an address each: what is published, with versions, reviews to come and all that is around it. */
const examples: Record<string, string> = {
  "practices/:slug": "/practices/{practice}",
  "practices/:slug/:version": "/practices/{practice}/v1",
  "case-studies/:slug": "/case-studies/gwangju-cooperative-human-rights-city",
  "case-studies/:slug/:version": "/case-studies/gwangju-cooperative-human-rights-city/v1",
  "tools/:slug": "/tools/human-rights-budgeting",
  "cities/:slug": "/cities/vienna",
  "documents/:slug": "/documents/hrgl-2023",
  "documents/:slug/:eid": "/documents/hrgl-2023/recommendation-8",
  "documents/:slug/versions/:number": "/documents/hrgl-2023/versions/1",
  "networks/:slug": "/networks/own",
  "organisations/:slug": "/organisations/{organisation}",
  "collections/:slug": "/collections/a-collection",
  "collections/:slug/:version": "/collections/a-collection/v1",
  "tags/:slug": "/tags/a-tag",
  "vocabularies/:vocabulary": "/vocabularies/theme",
};

let services: Services;
let close: () => Promise<void>;
let origin: string;
let port: number;
let paths: string[];
let practice: { id: string; entryId: string };
/** The clock stands still but where the test moves it: no page grows old because the machine is busy. */
const noon = Date.parse("2026-05-01T12:00:00Z");
let later = 0;
/** Pages that were made, not remembered. */
let made = 0;
/** What the database was asked meanwhile. */
const asked = new Set<string>();

beforeAll(async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "polylogue-remembered-"));
  const env = readEnv({ DATA_DIR: dataDir, LOG_LEVEL: "silent" });
  // In this thread alone, so that all that is asked of the database is asked by pages.
  services = await createServices(env, { background: false, now: () => new Date(noon + later) });
  const build: ServerBuild = await import(
    pathToFileURL(join(import.meta.dirname, "..", "..", "build", "server", "index.js")).href
  );
  const handler = createPageHandler(build);
  const app = createApp({
    services,
    mode: "production",
    pageHandler: (request, context) => {
      made++;
      return handler(request, context);
    },
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
  origin = `http://127.0.0.1:${port}`;
  close = async () => {
    server.closeAllConnections();
    server.close();
    await services.close();
    rmSync(dataDir, { recursive: true });
  };
  practice = await publishWithAll(services.db);
  const { id: organisation } = await services.db
    .selectFrom("organisation")
    .select("id")
    .limit(1)
    .executeTakeFirstOrThrow();
  const filled = Object.fromEntries(
    Object.entries(examples).map(([route, path]) => [
      route,
      path.replace("{practice}", practice.entryId).replace("{organisation}", organisation),
    ]),
  );
  paths = Object.values(build.routes)
    .filter(({ module }) => "sameForAll" in ((module.handle ?? {}) as object))
    .map(({ path = "" }) => filled[path] ?? `/${path}`);
  listenToStatements();
}, 120_000);
afterAll(() => close());

/** Notes what statements are run, however they were prepared. */
function listenToStatements(): void {
  const statement = new SQLite(":memory:").prepare("select 1");
  const all = Object.getPrototypeOf(statement) as Record<
    "all" | "get" | "iterate" | "run",
    (...args: unknown[]) => unknown
  >;
  for (const method of ["all", "get", "iterate", "run"] as const) {
    const original = all[method];
    all[method] = function (this: SQLite.Statement, ...args: unknown[]) {
      asked.add(this.source);
      return original.apply(this, args);
    };
  }
}

/** The answer, and whether it was made for it. */
async function get(path: string, headers: Record<string, string> = {}) {
  const before = made;
  const response = await fetch(origin + path, { headers, redirect: "manual" });
  const body = await response.text();
  return { status: response.status, body, headers: response.headers, isMade: made > before };
}

const lasting = (headers: Headers) =>
  Object.fromEntries(
    [...headers].filter(
      ([name]) =>
        !/^(date|x-request-id|content-security-policy|content-length|transfer-encoding|connection|keep-alive)$/.test(
          name,
        ),
    ),
  );

test("a page is made once for all readers, and what it reads is public", async () => {
  expect(paths.filter((path) => path.includes(":"))).toEqual([]);
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    asked.clear();
    const first = await get(path);
    expect(first, path).toMatchObject({ status: 200, isMade: true });
    expect(asked.size, path).toBeGreaterThan(0);
    for (const statement of asked) {
      const tables = [...statement.matchAll(/\b(?:from|join|into|update)\s+"?(\w+)"?/gi)].map(([, name = ""]) => name);
      expect(
        tables.filter((name) => quietTables.has(name) && name !== "public_change"),
        `${path}: ${statement}`,
      ).toEqual([]);
      if (tables.includes("contribution"))
        expect(statement, path).not.toMatch(/"contribution"\.("revision"|"updated_at"|\*)|select \*/);
      expect(statement, path).not.toMatch(/^\s*(insert|update|delete|replace)\b/i);
    }
    const second = await get(path);
    expect(second.isMade, path).toBe(false);
    expect(second.body, path).toBe(first.body);
    expect(lasting(second.headers), path).toEqual(lasting(first.headers));
    expect(second.headers.get("Content-Security-Policy")).not.toBe(first.headers.get("Content-Security-Policy"));
    const kept = await get(path, { "If-None-Match": first.headers.get("ETag") ?? "" });
    expect([kept.status, kept.body, kept.isMade, kept.headers.get("Content-Security-Policy")]).toEqual([
      304,
      "",
      false,
      null,
    ]);
  }
});

test("a remembered page is packed as the reader takes it, and HEAD has no body", async () => {
  const { body } = await get("/about");
  const unpacked = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const encoding of ["br", "gzip"] as const) {
    const { head, body: packed } = await rawRequest(
      port,
      `GET /about HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`,
    );
    expect(head).toContain(`Content-Encoding: ${encoding}`);
    expect(unpacked[encoding](Buffer.from(packed, "latin1")).toString()).toBe(body);
  }
  const before = made;
  const answer = await rawRequest(port, `HEAD /about HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
  expect([answer.status, answer.body, made]).toEqual([200, "", before]);
});

test("who may see something else is answered with a page of their own", async () => {
  const { body: english } = await get("/about");
  expect((await get("/about")).isMade).toBe(false);
  const french = await get("/about", { "Accept-Language": "fr" });
  expect(french.body).toContain('lang="fr"');
  expect((await get("/about", { Cookie: "lang=fr" })).body).toBe(french.body);
  expect((await get("/about")).body).toBe(english);
  for (const cookie of [
    "polylogue=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "lang=en; polylogue-device=x",
    "other=1",
  ]) {
    for (let time = 0; time < 2; time++) expect((await get("/about", { Cookie: cookie })).isMade, cookie).toBe(true);
  }
  // Each would fill the memory, or sets a cookie.
  for (const query of ["?x=1", "?lang=fr"]) {
    await get(`/about${query}`);
    expect((await get(`/about${query}`)).isMade, query).toBe(true);
  }
  // Links lead where the reader came from.
  const other = await rawRequest(port, "GET /about HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n");
  expect(other.body).toContain("http://other.example/about");
  expect((await get("/about")).body).not.toContain("other.example");
  for (const path of ["/search?q=housing", "/sign-in", "/nothing-here"]) {
    await get(path);
    expect((await get(path)).isMade, path).toBe(true);
  }
});

test("what is published, changed or withdrawn shows at once", async () => {
  const { db } = services;
  const path = `/practices/${practice.entryId}`;
  const coordinator = await aCoordinator(db, "dora@city.example");
  for (const page of [path, "/practices", "/"]) await get(page);
  expect((await get(path)).isMade).toBe(false);
  await db.updateTable("entry").set({ title: "Zephyrine's canary" }).where("id", "=", practice.entryId).execute();
  expect((await get(path)).body).toContain("Zephyrine&#x27;s canary");
  // Another process is believed as well.
  const file = join(services.env.dataDir, "polylogue.sqlite");
  const other = new SQLite(file);
  other.prepare("update entry set summary = 'Written elsewhere.' where id = ?").run(practice.entryId);
  other.close();
  expect((await get(path)).body).toContain("Written elsewhere.");
  await retirePublication(db, doerOf(coordinator), { id: practice.id, verb: "withdraw", reason: "It was wrong." });
  const gone = await get(path);
  expect(gone.status).toBe(410);
  expect(gone.body).not.toContain("Written elsewhere.");
  expect((await get(path)).isMade).toBe(true);
});

test("a draft that is saved, a session and a mail leave remembered pages alone; ten seconds do not", async () => {
  const { db } = services;
  const author = await aPerson(db, "eve@city.example");
  const draft = { kind: "practice" as const, title: "Mine", language: "en" };
  const id = await startContribution(db, author, draft, services.now());
  await get("/about");
  for (let save = 0; save < 3; save++) {
    const stored = await db
      .selectFrom("contribution")
      .where("id", "=", id)
      .select("revision")
      .executeTakeFirstOrThrow();
    const change = { field: "pitch" as const, value: `After ${save}`, base: save === 0 ? 0 : stored.revision };
    expect(await saveFields(db, author, id, [change], services.now())).toMatchObject([{ outcome: "saved" }]);
    expect((await get("/about")).isMade).toBe(false);
  }
  await services.sessions.start(author.person.id, { userAgent: null, address: "" }, null, false);
  expect((await get("/about")).isMade).toBe(false);
  later += 10_000;
  expect((await get("/about")).isMade).toBe(true);
  expect((await get("/about")).isMade).toBe(false);
});

test("every table counts but those that are named, also one that a later migration makes", async () => {
  const { db } = services;
  const { rows } = await sql<{ name: string }>`
    select name from sqlite_master t where type = 'table' and not exists
      (select 1 from sqlite_master where type = 'trigger' and tbl_name = t.name and name like 'public_change_insert%')`.execute(
    db,
  );
  const unwatched = rows.map(({ name }) => name).filter((name) => !/^(search|sqlite|kysely)_/.test(name));
  expect(unwatched.sort()).toEqual([...quietTables].sort());
});
