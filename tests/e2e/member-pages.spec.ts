import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import AxeBuilder from "@axe-core/playwright";
import SQLite from "better-sqlite3";
import type { Page } from "playwright/test";
import { addPerson } from "~/domain/people/confirm-registration.server";
import { createSessions } from "~/domain/people/sessions.server";
import { openDatabase } from "~db/client.server";
import { expect, test } from "../support/browser";
import { aPicture } from "../support/some-files";
import { type RunningServer, startServer } from "../support/start-server";
import { inLanguage, languages, overflow } from "./page-kinds";

test.use({ trace: "off" });
// One library for all of them, whose database one of them locks.
test.describe.configure({ mode: "default" });

const onPurpose = /status (?:of )?(401|409|410|422|503)/;
let dataDir: string;
let server: RunningServer;
let session: { name: string; value: string; url: string; httpOnly: true; sameSite: "Lax" };
let personId: string;

const file = () => join(dataDir, "polylogue.sqlite");

// A library of its own: its database is locked on the way.
test.beforeAll(async () => {
  test.setTimeout(180_000);
  dataDir = mkdtempSync(join(tmpdir(), "polylogue-members-"));
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: "warn" });
  const { db, readDb, close } = openDatabase(file());
  const person = { name: "Mara Members", email: "mara@city.example", passwordHash: "", language: "en" };
  personId = await addPerson(db, person, new Date());
  const cookie = await createSessions({ db, readDb, now: () => new Date() }).start(
    personId,
    { userAgent: null, address: "" },
    null,
    false,
  );
  const [, name = "", value = ""] = /^([^=]+)=([^;]+)/.exec(cookie) ?? [];
  session = { name, value, url: server.origin, httpOnly: true, sameSite: "Lax" };
  const at = new Date().toISOString();
  const token = { id: "token", person_id: personId, name: "A script of the statistics office", token_hash: "x" };
  await db
    .insertInto("api_token")
    .values({ ...token, scopes: '["read-drafts"]', created_at: at, expires_at: "2099-01-01T00:00:00.000Z" })
    .execute();
  for (const waits of [0, 1] as const)
    await db
      .insertInto("notification")
      .values({
        ...{ person_id: personId, kind: "contribution-accepted", subject_kind: "contribution", subject_id: "c" },
        ...{ details: '{"title":"Mediators in every quarter"}', waits, created_at: at },
      })
      .execute();
  // Members of a network may write in discussions.
  await db
    .insertInto("membership")
    .values({ network_id: "iccar", person_id: personId, state: "active", coordinator: 0, reviewer: 0, created_at: at })
    .execute();
  await close();
});

test.afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test.beforeEach(async ({ context, page, problems }) => {
  problems.allow(onPurpose);
  await context.addCookies([session]);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
});

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Looks at a page as it stands, light and dark, and whether a phone has to scroll it sideways. */
async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("main details")) details.open = true;
  });
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  expect.soft(found, name).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]).analyze();
  expect
    .soft(
      dark.violations.flatMap(({ nodes }) => nodes.map(({ html }) => html)),
      `${name}, dark`,
    )
    .toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of [320, 768]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await overflow(page), `${name} at ${width} pixels`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 720 });
}

/** @returns the path of its pages */
async function beginDraft(page: Page): Promise<string> {
  await page.goto(`${server.origin}/contributions/new`);
  await page.getByLabel("Title").fill("Rights in the budget");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL(/\/edit$/);
  return new URL(page.url()).pathname.replace("/edit", "");
}

/** Sends the page's form as it would be sent without a script. */
const sendPlainly = (page: Page, selector: string, values: Record<string, string> = {}) =>
  Promise.all([
    page.waitForEvent("load"),
    page.locator(selector).evaluate((form, given) => {
      for (const [name, value] of Object.entries(given)) {
        const control = (form as HTMLFormElement).elements.namedItem(name);
        if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = value;
      }
      HTMLFormElement.prototype.submit.call(form);
    }, values),
  ]);

test("a text that is back in its field, an empty desk and links that are dead have no violation in any language", async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const discussion = "/documents/hrgl-2023/recommendation-8/discussion";
  const text = "Who pays for it, and how long?";
  for (const language of languages) {
    for (const dead of ["/unsubscribe?token=never", "/register/first?token=never", "/confirm?token=never"]) {
      const answer = await page.goto(server.origin + inLanguage(dead, language));
      expect(answer?.status(), dead).toBe(410);
      await look(page, `${dead}, ${language}`);
    }
    await page.goto(server.origin + inLanguage("/desk", language));
    if (language === "en") await expect(page.getByRole("main")).toContainText("Nothing yet");
    await look(page, `desk, ${language}`);

    await page.goto(server.origin + inLanguage(discussion, language));
    await context.clearCookies({ name: session.name });
    await sendPlainly(page, "form:has(textarea[name=text])", { title: "A question", text });
    await expect(page.locator("dd", { hasText: text })).toBeVisible();
    await look(page, `the session has ended, ${language}`);
    await context.addCookies([session]);
    await Promise.all([page.waitForEvent("load"), page.locator("main form button[type=submit]").click()]);
    await expect(page.locator("textarea[name=text]")).toHaveValue(text);
    await look(page, `back in its field, ${language}`);
  }
});

test("what members keep, follow, are told and bring along has no violation, light and dark, and fits a phone", async ({
  page,
}) => {
  test.setTimeout(300_000);
  const go = (path: string) => page.goto(server.origin + path);
  const draft = await beginDraft(page);

  await go(`${draft}/files`);
  await page.getByLabel("File", { exact: true }).setInputFiles({
    ...{ name: "street.png", mimeType: "image/png", buffer: await aPicture("png", 640, 480) },
  });
  await page.getByLabel(/^Alternative text/).fill("A street with trees");
  await page.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByText("Added.")).toBeVisible();
  await page.getByLabel("File", { exact: true }).setInputFiles({
    ...{
      name: "a-budget-with-a-long-name-of-the-year-2024.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("a;b\n1;2\n"),
    },
  });
  await page.getByRole("button", { name: "Add it" }).click();
  await go("/cities/vienna");
  await page.getByRole("button", { name: /^Follow/ }).click();
  await go("/searches/new?q=budget&region=africa&theme=housing");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/searches$/);
  const kept = await page.getByRole("link", { name: /^Change:/ }).getAttribute("href");

  const pages = [
    ...[`${draft}/files`, `${draft}/links?q=budget`, "/contributions/import", "/account/tokens"],
    ...["/account/notifications", "/notifications", "/searches", kept ?? "", "/following"],
  ];
  for (const language of languages)
    for (const path of pages) {
      await go(inLanguage(path, language));
      await look(page, `${path}, ${language}`);
    }
});

test("on a phone the reader's own menu shows all its links, and lies over nothing that can be tapped", async ({
  page,
}) => {
  for (const width of [320, 390, 600]) {
    await page.setViewportSize({ width, height: 720 });
    await page.goto(`${server.origin}/practices/douala-participatory-budget?lang=fr`);
    const menu = page.locator("header details", { hasText: "Mara Members" });
    await menu.locator("summary").click();
    for (const link of await menu.getByRole("link").all()) await expect(link).toBeInViewport({ ratio: 1 });
    const { violations } = await new AxeBuilder({ page }).withRules(["target-size"]).analyze();
    expect(violations, `${width} pixels`).toEqual([]);
  }
});

test("refused, overtaken, signed out and read-only answers have no violation in any language", async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const draft = await beginDraft(page);
  const form = "form[data-editor]";
  for (const language of languages) {
    const edit = server.origin + inLanguage(`${draft}/edit`, language);
    await page.goto(edit);
    await sendPlainly(page, form, { started: "yesterday", pitch: "x".repeat(400) });
    await expect(page.getByRole("alert")).toBeFocused();
    await look(page, `422, ${language}`);

    await page.goto(edit);
    await sendPlainly(page, form, { title: "Mine", "revision.title": "0" });
    await expect(page.locator("[data-conflict]").first()).toBeVisible();
    await look(page, `409, ${language}`);

    await page.goto(edit);
    await context.clearCookies({ name: session.name });
    await sendPlainly(page, form, { pitch: "Kept." });
    await expect(page.locator("textarea[name=pitch]")).toHaveValue("Kept.");
    await look(page, `401, ${language}`);
    await context.addCookies([session]);

    await page.goto(edit);
    const lock = new SQLite(file());
    lock.exec("begin immediate");
    try {
      await sendPlainly(page, form, { pitch: "Kept, too." });
      await expect(page.locator("textarea[name=pitch]")).toHaveValue("Kept, too.");
      await look(page, `503, ${language}`);
    } finally {
      lock.exec("rollback");
      lock.close();
    }
  }
});

test("an import of a thousand rows tells how far it is", async ({ page }) => {
  test.setTimeout(180_000);
  const told: string[] = [];
  await page.exposeFunction("keepWords", (words: string) => told.push(words));
  await page.addInitScript(() => {
    const tell = (window as unknown as { keepWords: (words: string) => void }).keepWords;
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target.parentElement?.closest("form") || target.nodeName === "SPAN") tell(target.textContent ?? "");
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  const rows = Array.from({ length: 1_000 }, (_, row) => `Row ${row},"${"What was done. ".repeat(150)}"\n`).join("");
  await page.goto(`${server.origin}/contributions/import`);
  await page.locator("input[type=file]").setInputFiles({
    ...{ name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from(`title,what_was_done\n${rows}`) },
  });
  const send = async (progress: RegExp) => {
    const seen = () => told.some((words) => progress.test(words));
    await page.locator("main form[method=post] button[type=submit]").first().click({ noWaitAfter: true });
    await slowly(server.process, seen);
    expect(seen(), [...new Set(told)].join("; ")).toBe(true);
  };
  await send(/^[\d,]+ of 1,000 rows checked$/);
  await page.locator("input[name=form][value=confirm]").waitFor({ state: "attached" });
  await send(/^[\d,]+ of 1,000 drafts made$/);
  await page.waitForURL(/imported=1000/);
});

/** Lets a server work for moments only, as one with much to do, until something is seen: a file of any size takes it long. */
async function slowly(server: ChildProcess, seen: () => boolean): Promise<void> {
  for (let moment = 0; moment < 300 && !seen(); moment++) {
    server.kill("SIGSTOP");
    await pause(150);
    server.kill("SIGCONT");
    await pause(5);
  }
}
