import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marked } from "marked";
import { type BrowserContext, expect, test } from "playwright/test";
import { addPerson } from "~/domain/people/confirm-registration.server";
import { createSessions } from "~/domain/people/sessions.server";
import { type DatabaseConnections, openDatabase } from "~db/client.server";
import { hasPayloadLists, hostileTexts, mostTelling } from "../support/hostile-texts";
import { type RunningServer, startServer } from "../support/start-server";
import { draftId, fillHostile, inPieces, marker } from "./hostile-library";
import { dormant, expectHarmless, watch } from "./what-ran";

// Without the policy that would stop a script, only what is sent counts.
test.use({ bypassCSP: true });
test.describe.configure({ mode: "serial" });

if (!hasPayloadLists) console.log("The lists of hostile texts are absent: a short one of our own is tried.");

const writer = { name: '"><img src=x onerror=alert(1)>', email: "hostile@city.example" };
let dataDir: string;
let server: RunningServer;
let database: DatabaseConnections;
let cookie: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  // A library of its own: other tests count what they find in theirs.
  dataDir = mkdtempSync(join(tmpdir(), "polylogue-hostile-"));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: "warn" });
  database = openDatabase(join(dataDir, "polylogue.sqlite"));
  const { db } = database;
  const personId = await addPerson(db, { ...writer, passwordHash: "", language: "en" }, new Date());
  await db.updateTable("person").set({ listed: 1 }).where("id", "=", personId).execute();
  const sessions = createSessions({ db, readDb: database.readDb, now: () => new Date() });
  cookie = (await sessions.start(personId, { userAgent: "<svg onload=alert(1)>", address: "" }, null, false)) ?? "";

  await fillHostile(db, personId);
});

test.afterAll(async () => {
  await database?.close();
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

const watchHere = (context: BrowserContext) => watch(context, server.origin, cookie);

test("with the sanitiser taken away the same texts do run: the watching works", async ({ page, context }) => {
  const found = await watchHere(context);
  const raw = marked.parse(mostTelling.join("\n\n"), { async: false });
  await page.route("**/contributions/*", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</main>", () => `<div>${raw}</div></main>`);
    await route.fulfill({ response, body });
  });
  await page.goto(`${server.origin}/contributions/${draftId}`);
  await expect.poll(() => found.filter((line) => line.startsWith("alert")).length).toBeGreaterThan(0);
  expect((await dormant(page)).length).toBeGreaterThan(3);
});

test("texts, titles, names, file names and captions of a draft run nowhere", async ({ page, context }) => {
  test.setTimeout(120_000);
  const found = await watchHere(context);
  for (const path of ["", "/files", "/history", "/authors", "/fact-check", "/submit", "/delete", "/links", "/edit"]) {
    await page.goto(`${server.origin}/contributions/${draftId}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectHarmless(page, found, path, server.origin);
  }
  for (const path of ["/desk", "/account", "/account/security", "/account/tokens", "/account/data"]) {
    await page.goto(server.origin + path);
    await expectHarmless(page, found, path, server.origin);
  }
});

test("the live preview runs nothing of what is typed", async ({ page, context }) => {
  test.setTimeout(120_000);
  const found = await watchHere(context);
  await page.goto(`${server.origin}/contributions/${draftId}/edit`);
  const parts = page.locator("[data-field]").filter({ has: page.getByRole("button", { name: "Preview" }) });
  await expect(parts.first()).toBeVisible();
  const count = await parts.count();
  expect(count).toBeGreaterThan(10);
  let shown = 0;
  for (let place = 0; place < count; place++) {
    const part = parts.nth(place);
    await part.getByRole("button", { name: "Preview" }).click();
    await page.waitForTimeout(100);
    shown += (await part.locator("[data-look=preview]").innerText()).length;
  }
  expect(shown, "there was something to see").toBeGreaterThan(1_000);
  await expectHarmless(page, found, "previews", server.origin);
});

test("what is published runs nowhere: pages, results with marked words, suggestions, facts for machines", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const found = await watchHere(context);
  await expect
    .poll(async () => (await (await fetch(`${server.origin}/api/v1/search?q=${marker}`)).json()).total, {
      timeout: 60_000,
    })
    .toBe(mostTelling.length);
  for (const place of mostTelling.keys()) {
    await page.goto(`${server.origin}/practices/hostile-${place}`);
    await expectHarmless(page, found, `practice ${place}: ${mostTelling[place]}`, server.origin);
    for (const facts of await page.locator("script[type='application/ld+json']").allTextContents())
      expect(() => JSON.parse(facts), facts.slice(0, 80)).not.toThrow();
  }
  for (const path of [`/search?q=${marker}`, `/search?q=${marker}&view=table`, "/practices", "/cities/vienna"]) {
    await page.goto(server.origin + path);
    await expectHarmless(page, found, path, server.origin);
  }
  await page.goto(`${server.origin}/search`);
  await page.getByRole("combobox", { name: "Search the library" }).pressSequentially(marker, { delay: 30 });
  await expect(page.getByRole("listbox")).toBeVisible();
  await expectHarmless(page, found, "suggestions", server.origin);
  for (const text of mostTelling) {
    await page.goto(`${server.origin}/search?q=${encodeURIComponent(text)}`);
    await expectHarmless(page, found, `search for ${text}`, server.origin);
  }
  for (const path of ["/practices/export.csv", "/case-studies/export.json", `/search/export.csv?q=${marker}`]) {
    const { headers } = await page.request.get(server.origin + path).then((answer) => ({ headers: answer.headers() }));
    expect(headers["content-disposition"], path).toMatch(/^attachment/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
  }
});

test("what is said in threads runs nowhere: titles, messages, what is quoted", async ({ page, context }) => {
  test.setTimeout(180_000);
  const found = await watchHere(context);
  const { db } = database;
  const { id } = await db.selectFrom("person").where("email", "=", writer.email).select("id").executeTakeFirstOrThrow();
  const membership = { network_id: "iccar", person_id: id, state: "active", coordinator: 1, reviewer: 0 } as const;
  await db
    .insertInto("membership")
    .values({ ...membership, created_at: new Date().toISOString() })
    .execute();
  const send = (path: string, form: Record<string, string>) =>
    page.request.post(server.origin + path, { form, headers: { Origin: server.origin }, maxRedirects: 0 });
  // What a form takes: characters that nobody can see are refused.
  const plain = (text: string) => text.replace(/[^\P{C}\n]/gu, "");
  const title = plain(mostTelling.join(" ").replaceAll("\n", " ")).slice(0, 150);
  const begun = await send("/practices/hostile-0/discussion", { form: "thread", title, text: "It says alert(1)." });
  expect(begun.status()).toBe(302);
  const thread = begun.headers().location ?? "";
  const pieces = inPieces([...mostTelling, ...hostileTexts].map(plain), 4_900);
  let sent = 0;
  for (const text of pieces) {
    const answer = await send(thread, { form: "reply", quoted: "1", quote: "alert(1)", text: text.trim() });
    if (answer.status() === 302) sent++;
  }
  expect(sent).toBeGreaterThan(pieces.length * 0.7);
  const paths = [thread, `${thread}?page=2`, `${thread}?quote=2`, `${thread}/1`, `${thread}/2`];
  for (const path of [...paths, "/practices/hostile-0/discussion"]) {
    await page.goto(server.origin + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectHarmless(page, found, path, server.origin);
  }
});
