import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/browser";
import { signInWriter } from "../support/writer";
import { inLanguage, languages, overflow } from "./page-kinds";
import { beginDraft as begin, fieldNamed as field, fillSnapshot, snapshotLines as lines } from "./write-snapshot";

const refusedOnPurpose = /status (?:of )?4(01|09|22)/;

test("a snapshot saves itself, meets a second writer, loses its session, goes back in time and is submitted", async ({
  page,
  context,
  problems,
}) => {
  test.setTimeout(120_000);
  problems.allow(refusedOnPurpose);
  await signInWriter(context, "mara@city.example");
  const path = await begin(page, "Practice", "A rights office");
  await fillSnapshot(page);
  await field(page, "Results so far").blur();
  await expect(page.locator("[data-field=results] [data-state]")).toHaveText(/^Saved \d/);
  await expect(page.locator("[data-percent]")).not.toHaveText("0 %");
  await page.reload();
  await expect(field(page, "Results so far")).toHaveValue(lines["Results so far"]);

  const preview = page.locator("[data-field=situation_before]");
  await preview.getByRole("button", { name: "Preview" }).click();
  await expect(preview.locator("strong")).toHaveText("no");

  const second = await context.newPage();
  await second.goto(`${path}/edit`);
  await field(second, "Contact").fill("second@city.example");
  await field(second, "Contact").blur();
  await expect(second.locator("[data-field=contact] [data-state]")).toHaveText(/^Saved \d/);
  await field(page, "Contact").fill("first@city.example");
  await field(page, "Contact").blur();
  const conflict = page.getByRole("group", { name: "Two texts" });
  await expect(conflict).toContainText("second@city.example");
  await expect(field(page, "Contact")).toHaveValue("first@city.example");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await conflict.getByRole("button", { name: "Save mine" }).click();
  await expect(page.locator("[data-field=contact] [data-state]")).toHaveText(/^Saved \d/);
  await expect(field(second, "Contact"), "the other page sees it").toHaveValue("first@city.example", {
    timeout: 15_000,
  });
  await second.close();

  const cookies = await context.cookies();
  await context.clearCookies();
  await field(page, "Results so far").fill("A text without a session.");
  await field(page, "Results so far").blur();
  await expect(page.getByRole("link", { name: "Sign in, in a new tab" })).toBeVisible();
  await context.addCookies(cookies);
  await page.reload();
  await expect(field(page, "Results so far"), "the tab kept it").toHaveValue("A text without a session.");
  await expect(page.locator("[data-field=results] [data-state]")).toHaveText(/^Saved \d/);

  await page.getByRole("link", { name: "History" }).click();
  const steps = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Contact" }) });
  await expect(steps.first().locator("del")).toContainText("second");
  await expect(steps.first().locator("ins")).toContainText("first");
  await page.getByRole("button", { name: "Undo this change (Contact)" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Restored." })).toBeVisible();
  await page.getByRole("link", { name: "Write", exact: true }).click();
  await expect(field(page, "Contact")).toHaveValue("second@city.example");

  await page.getByRole("link", { name: "Submit", exact: true }).click();
  await page.getByLabel("To which network?").selectOption("iccar");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText(/^Submitted on/)).toBeVisible();
});

test("what is typed while the page wakes up is kept, and saved", async ({ page, context }) => {
  await signInWriter(context, "early@city.example");
  const path = await begin(page, "Practice", "An early office");
  await field(page, "The situation before").fill("Nobody answered.");
  await field(page, "The situation before").blur();
  await expect(page.locator("[data-field=situation_before] [data-state]")).toHaveText(/^Saved \d/);
  let wake = () => {};
  const slow = new Promise<void>((resolve) => {
    wake = resolve;
  });
  await page.route("**/assets/entry.client-*.js", async (route) => {
    await slow;
    await route.continue();
  });
  await page.goto(`${path}/edit`, { waitUntil: "commit" });
  await field(page, "In one sentence").fill("Typed early.");
  await field(page, "The situation before").fill("Somebody answered.");
  await page.getByLabel(/^City \(/).selectOption("vienna");
  wake();
  for (const name of ["pitch", "situation_before", "city"]) {
    await expect(page.locator(`[data-field=${name}] [data-state]`)).toHaveText(/^Saved \d/);
  }
  await page.reload();
  await expect(field(page, "In one sentence")).toHaveValue("Typed early.");
  await expect(field(page, "The situation before")).toHaveValue("Somebody answered.");
  await expect(page.getByLabel(/^City \(/)).toHaveValue("vienna");
});

test("who pauses between two words goes on behind the space; what is saved is not sent again", async ({
  page,
  context,
}) => {
  await signInWriter(context, "pausing@city.example");
  await begin(page, "Practice", "A pausing office");
  const saves: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/save")) saves.push(request.postData() ?? "");
  });
  const before = field(page, "The situation before");
  const state = page.locator("[data-field=situation_before] [data-state]");
  await before.pressSequentially("Nobody ");
  await expect(state).toHaveText(/^Saved \d/);
  await before.pressSequentially("answered.");
  await before.blur();
  await expect(state).toHaveText(/^Saved \d/);
  await expect(before).toHaveValue("Nobody answered.");
  const sent = saves.length;
  await before.focus();
  await before.blur();
  await field(page, "Contact").fill("pausing@city.example");
  await field(page, "Contact").blur();
  await expect(page.locator("[data-field=contact] [data-state]")).toHaveText(/^Saved \d/);
  expect(saves.slice(sent)).toHaveLength(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a snapshot is written with a button, refused with its fields named, and submitted", async ({
    page,
    context,
    problems,
  }) => {
    problems.allow(refusedOnPurpose);
    await signInWriter(context, "plain@city.example");
    const path = await begin(page, "Practice", "A plain office");
    await page.goto(`${path}/submit`);
    await page.getByRole("button", { name: "Submit" }).click();
    await page
      .getByRole("alert")
      .getByRole("link", { name: /^In one sentence/ })
      .click();
    await expect(page).toHaveURL(/edit#edit-pitch$/);
    await fillSnapshot(page);
    await field(page, "Started").fill("yesterday");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page).toHaveTitle(/^Error:/);
    await expect(field(page, "Started")).toHaveValue("yesterday");
    await field(page, "Started").fill("2019");
    const cookies = await context.cookies();
    await context.clearCookies();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("heading", { name: "Your session has ended" })).toBeVisible();
    await context.addCookies(cookies);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
    await expect(field(page, "Started")).toHaveValue("2019");
    await page.getByRole("link", { name: "Read", exact: true }).click();
    await expect(page.getByRole("listitem").filter({ hasText: "They listen." })).toBeVisible();
    await page.goto(`${path}/submit`);
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByText(/^Submitted on/)).toBeVisible();
  });
});

test("the pages of writing have no violation in any language, light and dark, and fit a phone", async ({
  page,
  context,
  problems,
}) => {
  test.setTimeout(180_000);
  problems.allow(refusedOnPurpose);
  await signInWriter(context, "pages@city.example");
  const path = await begin(page, "Case study", "Rights in the budget");
  await field(page, "Results so far").fill("A first *result*.");
  await field(page, "Results so far").blur();
  await expect(page.locator("[data-field=results] [data-state]")).toHaveText(/^Saved \d/);
  const pages = ["/edit", "", "/history", "/authors", "/fact-check", "/submit", "/delete"].map((page) => path + page);
  for (const language of languages)
    for (const address of ["/desk", "/contributions/new", ...pages]) {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await page.goto(inLanguage(address, language));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("main details")) (details as HTMLDetailsElement).open = true;
      });
      expect((await new AxeBuilder({ page }).analyze()).violations, `${address}, ${language}`).toEqual([]);
      if (language !== "en") continue;
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
      expect(dark.violations, `${address}, dark`).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await overflow(page), address).toBe(0);
      await page.setViewportSize({ width: 1280, height: 720 });
    }
});
