import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { fullForm, startDraft } from "../support/contribution-server";
import { type NetworkServer, startNetworkServer } from "../support/network-server";
import { emptyDisk, fillDisk, givenBack } from "../support/unwritten";

const values = {
  ...fullForm,
  city: "own-city",
  themes: [],
  situation_before: `\nA first line, "quoted" & <kept>.\n\n${"No office was open to whoever was evicted. ".repeat(150)}`,
  what_was_done: "Deux médiatrices écoutent. ".repeat(250),
};
/** Each field comes with the revision on which it builds. */
const typed = {
  form: "edit",
  ...values,
  ...Object.fromEntries(Object.keys(values).map((name) => [`revision.${name}`, name === "title" ? "1" : "0"])),
};
const secret = "a password nobody may read";

async function startWriting() {
  const server = await startNetworkServer();
  await server.network("own");
  await server.city("own-city", ["own"]);
  const { browser } = await server.person("writer", [{ in: "own" }]);
  const id = await startDraft(browser, { kind: "practice", title: "Mediation" });
  return { server, browser, at: `/contributions/${id}` };
}
type Writing = Awaited<ReturnType<typeof startWriting>>;

const rowsOf = async ({ services: { readDb } }: NetworkServer) => [
  await readDb.selectFrom("contribution").selectAll().execute(),
  await readDb.selectFrom("contribution_field").selectAll().execute(),
  await readDb.selectFrom("contribution_change").selectAll().execute(),
  await readDb.selectFrom("one_time_token").selectAll().execute(),
  await readDb.selectFrom("mail").selectAll().execute(),
];

async function expectReading({ browser, at }: Writing): Promise<void> {
  for (const path of ["/", "/desk", "/account", "/account/security", `${at}/edit`, "/search?q=rights"]) {
    const begun = performance.now();
    expect((await browser.get(path)).status, path).toBe(200);
    expect(performance.now() - begun, path).toBeLessThan(2000);
  }
}

async function expectKept({ server, browser, at }: Writing, { small = true } = {}): Promise<void> {
  const before = await rowsOf(server);
  const answer = await browser.submit(`${at}/edit`, typed);
  expect(answer.status).toBe(503);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  const html = await answer.text();
  expect(html).toContain("Nothing can be saved at the moment · ");
  expect(html).toContain(`action="${at}/edit"`);
  const sent = Object.entries<string | string[]>(typed).flatMap(([name, value]) =>
    [value].flat().map((text) => [name, text]),
  );
  expect(givenBack(html)).toEqual(sent.filter(([name]) => name !== "form"));

  // A few words may still find a place on a full disk.
  if (!small) return expect(await rowsOf(server), "nothing half written").toEqual(before);
  const line = await browser.submit(`${at}/save`, { title: "Another title", "revision.title": "1" });
  expect([line.status, line.headers.has("retry-after")]).toEqual([503, true]);

  const registration = { form: "register", name: "Ada Testa", email: "ada@city.example", password: secret };
  const refused = await server.browser().submit("/register", registration);
  const page = await refused.text();
  expect(refused.status).toBe(503);
  expect(givenBack(page)).toEqual([
    ["name", "Ada Testa"],
    ["email", "ada@city.example"],
  ]);
  expect(page).not.toContain(secret);
  expect(page).toContain('type="password"');
  expect(await rowsOf(server), "nothing half written").toEqual(before);
}

/** The same form, sent again, works. */
async function expectSaved({ browser, at, server }: Writing): Promise<void> {
  const answer = await browser.submit(`${at}/edit`, typed);
  expect([answer.status, answer.headers.get("location")]).toEqual([302, `${at}/edit?saved`]);
  const { rows } = await sql<{
    value: string;
  }>`select value from contribution_field where field = 'what_was_done'`.execute(server.services.readDb);
  expect(rows).toEqual([{ value: values.what_was_done }]);
}

test("while another process locks the database for ten seconds, reading goes on, writing answers 503 with the text, and works afterwards", {
  timeout: 60_000,
}, async () => {
  const writing = await startWriting();
  // Long enough ago that being seen would be noted.
  writing.server.wait(600_000);
  const other = new SQLite(join(writing.server.dataDir, "polylogue.sqlite"));
  other.exec("begin immediate");
  const begun = Date.now();
  const kept = expectKept(writing);
  for (let round = 0; round < 8; round++) {
    await expectReading(writing);
    await setTimeout(250);
  }
  await kept;
  await setTimeout(Math.max(0, begun + 10_000 - Date.now()));
  await expectReading(writing);
  other.exec("rollback");
  other.close();
  await expectSaved(writing);
});

test("a write waits for another process that is done in a moment", async () => {
  const writing = await startWriting();
  const other = new SQLite(join(writing.server.dataDir, "polylogue.sqlite"));
  other.exec("begin immediate");
  const saved = expectSaved(writing);
  await setTimeout(700);
  other.exec("commit");
  other.close();
  await saved;
});

test("on a full disk, reading goes on, writing answers 503 with the text, and works afterwards", async () => {
  const writing = await startWriting();
  const { db } = writing.server.services;
  await fillDisk(db);
  await expectKept(writing, { small: false });
  await expectReading(writing);
  await emptyDisk(db);
  await expectSaved(writing);
});

test("in a read-only database, reading goes on, writing answers 503 with the text, and works afterwards", async () => {
  const writing = await startWriting();
  const { db } = writing.server.services;
  await sql`pragma query_only = on`.execute(db);
  await expectKept(writing);
  await expectReading(writing);
  await sql`pragma query_only = off`.execute(db);
  await expectSaved(writing);
});
