import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { marked } from "marked";
import { type BrowserContext, expect, type Page, test } from "playwright/test";
import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { addPerson } from "~/domain/people/confirm-registration.server";
import { createSessions } from "~/domain/people/sessions.server";
import { type DatabaseConnections, openDatabase } from "~db/client.server";
import { hasPayloadLists, hostileTexts, mostTelling } from "../support/hostile-texts";
import { type RunningServer, startServer } from "../support/start-server";

// Without the policy that would stop a script, only what is sent counts.
test.use({ bypassCSP: true });
test.describe.configure({ mode: "serial" });

if (!hasPayloadLists) console.log("The lists of hostile texts are absent: a short one of our own is tried.");

const at = "2026-01-01T00:00:00.000Z";
const writer = { name: '"><img src=x onerror=alert(1)>', email: "hostile@city.example" };
const draftId = "00000000-0000-4000-8000-000000000001";
const marker = "zephyrine";
let dataDir: string;
let server: RunningServer;
let database: DatabaseConnections;
let cookie: string;

/** The texts in as many pieces as there are fields, each as long as a field may be. */
function inPieces(texts: readonly string[], longest: number): string[] {
  const pieces: string[] = [""];
  for (const text of texts) {
    const last = pieces.length - 1;
    const joined = `${pieces[last]}${text}\n\n`;
    if (joined.length <= longest) pieces[last] = joined;
    else pieces.push(`${text}\n\n`.slice(0, longest));
  }
  return pieces;
}

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

  const fields = fieldsOf("case-study");
  const texts = fields.filter((name) => ruleOf(name).kind === "text");
  const pieces = inPieces(hostileTexts, 9_900);
  const lines = fields.filter((name) => ruleOf(name).kind === "line");
  const values = [
    ...texts.map((field, place) => [field, pieces[place % pieces.length] ?? ""] as const),
    ...lines.map((field, place) => [field, (mostTelling[place] ?? "").slice(0, 90)] as const),
    [
      "evidence",
      JSON.stringify([Object.fromEntries(["indicator", "source"].map((name) => [name, mostTelling[0]]))]),
    ] as const,
  ];
  await addDraft(db, personId, draftId, values);
  const titles = hostileTexts.filter((text) => text.length <= 200).filter((_, place) => place < 40 || place % 12 === 0);
  for (const title of titles) await addDraft(db, personId, crypto.randomUUID(), [["title", title]]);
  for (const [place, text] of mostTelling.entries())
    await db
      .insertInto("contribution_file")
      .values({
        ...{
          id: `file-${place}`,
          contribution_id: draftId,
          name: text,
          media_type: place % 2 ? "image/webp" : "text/plain",
        },
        ...{
          bytes: 1,
          sha256: "0".repeat(64),
          alternative_text: text,
          caption: text,
          added_by: personId,
          added_at: at,
        },
      })
      .execute();
  await publish(db);
});

test.afterAll(async () => {
  await database?.close();
  await server?.stop();
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

type Db = DatabaseConnections["db"];

async function addDraft(db: Db, personId: string, id: string, values: readonly (readonly [string, string])[]) {
  const dates = { created_at: at, updated_at: at };
  const draft = { id, kind: "case-study", status: "draft", city_id: "vienna", language: "en", revision: 99 } as const;
  await db
    .insertInto("contribution")
    .values({ ...draft, ...dates })
    .execute();
  const author = { contribution_id: id, position: 1, person_id: personId, name: mostTelling[0] ?? "", roles: "[]" };
  await db.insertInto("contribution_author").values(author).execute();
  for (const [place, [field, value]] of values.entries()) {
    const row = { contribution_id: id, field, value, revision: place + 1, saved_by: personId, saved_at: at };
    await db.insertInto("contribution_field").values(row).execute();
    await db.insertInto("contribution_change").values(row).execute();
  }
}

/** Practices whose titles and texts are hostile, straight into the library: into the index they go by the outbox. */
async function publish(db: Db): Promise<void> {
  for (const [place, text] of mostTelling.entries()) {
    const id = `hostile-${place}`;
    const dates = { published_at: at, created_at: at, updated_at: at };
    const title = `${marker} ${text}`;
    await db.transaction().execute(async (trx) => {
      await trx
        .insertInto("entry")
        .values({ id, kind: "practice", title, summary: title, language: "en", ...dates })
        .execute();
      await trx
        .insertInto("practice")
        .values({
          ...{
            id,
            city_id: "vienna",
            stage: "ongoing" as const,
            started: null,
            ended: null,
            year: 2020,
            partners: text,
          },
          ...{ lead_body: text, situation_before: text, what_was_done: `${text}\n\n${marker} ${text}`, results: text },
          ...{ challenges: text, lessons_learned: text, review_status: "not-reviewed" as const, licence: "CC-BY-4.0" },
          ...{ depth: "snapshot" as const, contact: text, objectives: null, legal_basis: null, participation: null },
          ...{ resources: null, sustainability: null, transfer_conditions: null },
        })
        .execute();
      await trx.insertInto("outbox").values({ kind: "practice", entry_id: id, created_at: at }).execute();
    });
  }
}

/** What ran, or left for another place, in any page of a context. */
async function watch(context: BrowserContext): Promise<string[]> {
  const found: string[] = [];
  context.on("dialog", (dialog) => {
    found.push(`${dialog.type()} on ${dialog.page()?.url()}: ${dialog.message()}`);
    void dialog.dismiss().catch(() => {});
  });
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== server.origin && protocol !== "data:") found.push(`asked for ${request.url()}`);
  });
  context.on("weberror", (error) => found.push(`error: ${error.error().message}`));
  const value = /^polylogue=([^;]+)/.exec(cookie)?.[1] ?? "";
  await context.addCookies([{ name: "polylogue", value, url: server.origin, httpOnly: true, sameSite: "Lax" }]);
  return found;
}

/** What waits in a page for a click or a movement: attributes and addresses that would run a script. */
const dormant = (page: Page) =>
  page.evaluate(() => {
    const wrong: string[] = [];
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name) || name === "srcdoc") wrong.push(`${element.tagName} ${name}`);
        const isAddress = ["href", "src", "action", "formaction", "xlink:href", "data", "background"].includes(name);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers leave them out of addresses
        if (isAddress && /^[\u0000-\u0020]*(javascript|vbscript|data):/i.test(value.replace(/[\t\r\n]/g, "")))
          wrong.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
      }
      if (/^(IFRAME|OBJECT|EMBED|BASE|FRAME|APPLET|MATH)$/.test(element.tagName)) wrong.push(element.tagName);
      if (
        element.tagName === "SCRIPT" &&
        !(element as HTMLScriptElement).nonce &&
        // The script of pages that are read, the same for all readers.
        !/^\/assets\/entry\.client-[\w-]+\.js$/.test(element.getAttribute("src") ?? "") &&
        element.getAttribute("type") !== "application/ld+json"
      )
        wrong.push(`SCRIPT ${element.textContent?.slice(0, 60)}`);
    }
    return wrong;
  });

async function expectHarmless(page: Page, found: string[], what: string): Promise<void> {
  await page.waitForTimeout(150);
  expect(await dormant(page), what).toEqual([]);
  expect(found, what).toEqual([]);
  expect(new URL(page.url()).origin).toBe(server.origin);
}

test("with the sanitiser taken away the same texts do run: the watching works", async ({ page, context }) => {
  const found = await watch(context);
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
  const found = await watch(context);
  for (const path of ["", "/files", "/history", "/authors", "/fact-check", "/submit", "/delete", "/links", "/edit"]) {
    await page.goto(`${server.origin}/contributions/${draftId}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectHarmless(page, found, path);
  }
  for (const path of ["/desk", "/account", "/account/security", "/account/tokens", "/account/data"]) {
    await page.goto(server.origin + path);
    await expectHarmless(page, found, path);
  }
});

test("the live preview runs nothing of what is typed", async ({ page, context }) => {
  test.setTimeout(120_000);
  const found = await watch(context);
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
  await expectHarmless(page, found, "previews");
});

test("what is published runs nowhere: pages, results with marked words, suggestions, facts for machines", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const found = await watch(context);
  await expect
    .poll(async () => (await (await fetch(`${server.origin}/api/v1/search?q=${marker}`)).json()).total, {
      timeout: 60_000,
    })
    .toBe(mostTelling.length);
  for (const place of mostTelling.keys()) {
    await page.goto(`${server.origin}/practices/hostile-${place}`);
    await expectHarmless(page, found, `practice ${place}: ${mostTelling[place]}`);
    for (const facts of await page.locator("script[type='application/ld+json']").allTextContents())
      expect(() => JSON.parse(facts), facts.slice(0, 80)).not.toThrow();
  }
  for (const path of [`/search?q=${marker}`, `/search?q=${marker}&view=table`, "/practices", "/cities/vienna"]) {
    await page.goto(server.origin + path);
    await expectHarmless(page, found, path);
  }
  await page.goto(`${server.origin}/search`);
  await page.getByRole("combobox", { name: "Search the library" }).pressSequentially(marker, { delay: 30 });
  await expect(page.getByRole("listbox")).toBeVisible();
  await expectHarmless(page, found, "suggestions");
  for (const text of mostTelling) {
    await page.goto(`${server.origin}/search?q=${encodeURIComponent(text)}`);
    await expectHarmless(page, found, `search for ${text}`);
  }
  for (const path of ["/practices/export.csv", "/case-studies/export.json", `/search/export.csv?q=${marker}`]) {
    const { headers } = await page.request.get(server.origin + path).then((answer) => ({ headers: answer.headers() }));
    expect(headers["content-disposition"], path).toMatch(/^attachment/);
    expect(headers["x-content-type-options"], path).toBe("nosniff");
  }
});

test("what is said in threads runs nowhere: titles, messages, what is quoted", async ({ page, context }) => {
  test.setTimeout(180_000);
  const found = await watch(context);
  const { db } = database;
  const { id } = await db.selectFrom("person").where("email", "=", writer.email).select("id").executeTakeFirstOrThrow();
  const membership = { network_id: "iccar", person_id: id, state: "active", coordinator: 1, reviewer: 0 } as const;
  await db
    .insertInto("membership")
    .values({ ...membership, created_at: at })
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
    await expectHarmless(page, found, path);
  }
});
