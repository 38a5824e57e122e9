import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { signInWriter } from "../support/writer";
import { inLanguage, languages, overflow } from "./page-kinds";

const refusedOnPurpose = /status (?:of )?4(09|22)/;

/** Goes on with the Tab key until what has this name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let steps = 0; steps < 200; steps++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement
          ? [...(element.labels ?? [])]
          : [];
      return [element, ...labels]
        .map((one) => one?.textContent ?? "")
        .join(" ")
        .trim();
    });
    if (name.test(focused)) return;
  }
  throw new Error(`The Tab key does not lead to ${name}.`);
}

async function beginSnapshot(page: Page): Promise<string> {
  await page.goto("/contributions/new");
  await page.getByLabel("What will it be?").selectOption({ label: "Practice" });
  await page.getByLabel("Title").fill("Neighbours decide on the budget");
  await page.getByRole("button", { name: "Begin" }).click();
  const done = page.getByRole("textbox", { name: /^What was done \(/ });
  await done.fill("Residents propose projects and vote on them: a participatory budget, district by district.");
  await done.blur();
  await expect(page.locator("[data-field=what_was_done] [data-state]")).toHaveText(/^Saved \d/);
  return new URL(page.url()).pathname.replace("/edit", "/links");
}

test("a snapshot gets two links by keyboard alone: one is suggested, one is found; one is taken back", async ({
  page,
  context,
  problems,
}) => {
  test.setTimeout(120_000);
  problems.allow(refusedOnPurpose);
  await signInWriter(context, "lina@city.example");
  const path = await beginSnapshot(page);
  await page.goto(path);
  const own = page.locator('[data-live="links"]');
  const suggested = page.locator('[data-live="suggested"]');
  const status = page.locator("[data-links-status]");
  await expect(own).toContainText("Nothing is linked yet");
  await expect(
    suggested.getByRole("listitem").filter({ hasText: "Participatory budgeting" }).locator("mark").first(),
  ).toBeVisible();

  await tabTo(page, /^Link: uses this tool Participatory budgeting$/);
  await page.keyboard.press("Enter");
  await expect(status).toContainText("Linked: Participatory budgeting");
  await expect(status, "reading goes on here").toBeFocused();
  await expect(own.getByRole("link", { name: "Participatory budgeting" })).toBeVisible();
  await expect(suggested.getByRole("link", { name: "Participatory budgeting", exact: true })).toHaveCount(0);

  await tabTo(page, /^Words/);
  await page.keyboard.type("transparent budget");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-links-found]")).toBeFocused();
  await expect(page).toHaveURL(/q=transparent\+budget/);
  await tabTo(page, /^Link: supports it .*Recommendation \d+$/);
  await page.keyboard.press("Enter");
  await expect(status).toContainText(/^Linked: .*Recommendation \d+/);
  await expect(own.getByRole("listitem")).toHaveCount(2);
  await page.reload();
  await expect(own.getByRole("listitem"), "both are saved").toHaveCount(2);

  const first = own.getByRole("listitem").first();
  await tabTo(page, /Change.*Recommendation/);
  await page.keyboard.press("Enter");
  await tabTo(page, /^Note/);
  await page.keyboard.type("The budget is published, line by line.");
  await page.keyboard.press("Tab");
  await expect(status).toContainText("Saved:");
  await expect(first.getByRole("textbox", { name: "Note" }), "the form stays open").toBeVisible();

  // Changed under one's hands by a second page: nothing is overwritten, both texts stand there.
  const second = await context.newPage();
  await second.goto(path);
  await second.getByText("Change").first().click();
  await second.getByRole("textbox", { name: "Note" }).first().fill("A second text.");
  await second.getByRole("textbox", { name: "Note" }).first().blur();
  await expect(second.locator("[data-links-status]")).toContainText("Saved:");
  await second.close();
  await first.getByRole("textbox", { name: "Note" }).fill("A third text.");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("alert")).toContainText("Please look at this again");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(first).toContainText("A second text.");
  await expect(first.getByRole("textbox", { name: "Note" })).toHaveValue("A third text.");
  await first.getByRole("button", { name: "Save" }).press("Enter");
  await expect(status).toContainText("Saved:");
  await expect(first).toContainText("A third text.");

  await first.getByRole("button", { name: /^Remove/ }).press("Enter");
  await expect(own.getByRole("listitem")).toHaveCount(1);
  await status.getByRole("button", { name: /^Undo/ }).press("Enter");
  await expect(own.getByRole("listitem")).toHaveCount(2);
  await expect(own).toContainText("A third text.");
  await page.goto(path.replace("/links", ""));
  await expect(page.getByText("A third text.")).toBeVisible();
});

test("the page of links is accessible in three languages, on a phone, with a form that came back, without scripts", async ({
  browser,
  page,
  context,
  problems,
}) => {
  test.setTimeout(120_000);
  problems.allow(refusedOnPurpose);
  await signInWriter(context, "omar@city.example");
  const path = await beginSnapshot(page);
  const quiet = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
    viewport: { width: 320, height: 700 },
  });
  const plain = await quiet.newPage();
  await plain.goto(path);
  await plain.getByRole("button", { name: "Link: uses this tool Participatory budgeting" }).click();
  await expect(plain.getByRole("status").first()).toContainText("Linked: Participatory budgeting");
  await plain.getByRole("textbox", { name: "Note" }).fill("x".repeat(1001));
  await plain.getByRole("button", { name: "Save" }).click();
  await expect(plain).toHaveTitle(/^Error:/);
  await expect(plain.getByRole("textbox", { name: "Note" })).toHaveValue("x".repeat(1001));
  await expect(plain.getByRole("link", { name: /at most/ })).toHaveAttribute(
    "href",
    "#link-participatory-budgeting-note",
  );
  expect(await overflow(plain)).toBe(0);
  await quiet.close();

  await page.setViewportSize({ width: 320, height: 700 });
  for (const language of languages) {
    await page.goto(inLanguage(`${path}?q=budget`, language));
    await page.locator("details[data-key] summary").click();
    expect((await new AxeBuilder({ page }).analyze()).violations, language).toEqual([]);
    expect(await overflow(page), language).toBe(0);
    await page.locator('form[data-link-form] textarea[name="note"]').fill("x".repeat(1001));
    await page.locator('form[data-link-form] button[type="submit"]').click();
    await expect(page.getByRole("alert")).toBeFocused();
    expect((await new AxeBuilder({ page }).analyze()).violations, `${language}, refused`).toEqual([]);
  }
});
