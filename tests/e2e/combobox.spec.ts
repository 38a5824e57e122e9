import type { Page, Route } from "playwright/test";
import { expect, test } from "../support/browser";

const field = (page: Page) => page.getByRole("combobox", { name: "Search the library" });
const list = (page: Page) => page.getByRole("listbox", { name: "Suggestions" });
const options = (page: Page) => list(page).getByRole("option");
const status = (page: Page) => page.getByRole("search").getByRole("status");

/** Answers the first question for suggestions only when it is let go. */
async function holdFirst(page: Page): Promise<{ held: Promise<void>; letGo: () => Promise<void> }> {
  let first: Route | undefined;
  let arrived = () => {};
  const held = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  await page.route("**/search/suggest?*", async (route) => {
    if (first) return route.continue();
    first = route;
    arrived();
  });
  // The page may have given it up by then.
  return { held, letGo: () => first?.continue().catch(() => {}) ?? Promise.resolve() };
}

for (const width of [1280, 360]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 720 } });

    test("typing shows suggestions, the arrows move among them, Enter opens one", async ({ page }) => {
      await page.goto("/");
      await expect(field(page)).toHaveAttribute("aria-expanded", "false");
      await field(page).pressSequentially("budget");
      await expect(field(page)).toHaveAttribute("aria-expanded", "true");
      await expect(options(page).first()).toBeVisible();
      const count = await options(page).count();
      expect(count).toBeGreaterThan(1);
      await expect(status(page)).toHaveText(`${count} suggestions`);
      await expect(field(page)).toHaveAttribute("aria-controls", (await list(page).getAttribute("id")) ?? "");
      const { x, width: listWidth } = (await list(page).boundingBox()) ?? { x: -1, width: 0 };
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + listWidth).toBeLessThanOrEqual(width);

      const active = () => field(page).getAttribute("aria-activedescendant");
      expect(await active()).toBeNull();
      await page.keyboard.press("ArrowDown");
      const first = options(page).nth(0);
      const second = options(page).nth(1);
      expect(await active()).toBe(await first.getAttribute("id"));
      await expect(first).toHaveAttribute("aria-selected", "true");
      await page.keyboard.press("ArrowDown");
      expect(await active()).toBe(await second.getAttribute("id"));
      await expect(first).toHaveAttribute("aria-selected", "false");
      await page.keyboard.press("ArrowUp");
      expect(await active()).toBe(await first.getAttribute("id"));
      await page.keyboard.press("ArrowUp");
      expect(await active(), "above the first is the field").toBeNull();
      await page.keyboard.press("ArrowUp");
      expect(await active(), "above the field is the last").toBe(await options(page).last().getAttribute("id"));
      await expect(field(page), "the focus stays in the field").toBeFocused();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      const title = (await first.locator("span").innerText()).trim();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    });
  });
}

test("Escape closes the suggestions and keeps the words; the arrow brings them back; Tab leaves", async ({ page }) => {
  await page.goto("/about");
  await field(page).pressSequentially("housing");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await expect(field(page)).not.toHaveAttribute("aria-activedescendant");
  await expect(field(page)).toHaveValue("housing");
  await page.keyboard.press("ArrowDown");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Search" })).toBeFocused();
});

test("Enter without a chosen suggestion searches for the words", async ({ page }) => {
  await page.goto("/");
  await field(page).pressSequentially("housing");
  await expect(list(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=housing");
});

test("a suggestion opens at a click", async ({ page }) => {
  await page.goto("/");
  await field(page).pressSequentially("participatory budg");
  await options(page).filter({ hasText: "Participatory budgeting" }).first().click();
  await expect(page).toHaveURL("/tools/participatory-budgeting");
});

test("an emptied field and a word that suggests nothing show no list, and say so", async ({ page }) => {
  await page.goto("/");
  await field(page).pressSequentially("housing");
  await expect(list(page)).toBeVisible();
  await field(page).fill("xqzxqzxqz");
  await expect(status(page)).toHaveText("No suggestion");
  await expect(list(page)).toBeHidden();
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await field(page).fill("");
  await expect(status(page)).toHaveText("");
});

test("quick typing keeps the last answer, whichever arrives last", async ({ page }) => {
  const { held, letGo } = await holdFirst(page);
  await page.goto("/");
  await field(page).fill("hou");
  await held;
  await field(page).fill("participatory budgeting");
  await expect(options(page).first()).toHaveText(/^Participatory budgeting/);
  await letGo();
  // A question of its own, answered after the late one.
  await page.evaluate(() => fetch("/healthz"));
  await expect(options(page).first()).toHaveText(/^Participatory budgeting/);
});

for (const key of ["Escape", "Tab"]) {
  test(`an answer that comes after ${key} opens nothing`, async ({ page }) => {
    const { held, letGo } = await holdFirst(page);
    await page.goto("/");
    await field(page).fill("housing");
    await held;
    await page.keyboard.press(key);
    await letGo();
    await page.evaluate(() => fetch("/healthz"));
    await expect(list(page)).toBeHidden();
    await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  });
}

test("the suggestions are in the words of the reader's language", async ({ page }) => {
  await page.goto("/?lang=fr");
  const french = page.getByRole("combobox", { name: "Chercher dans la bibliothèque" });
  await french.pressSequentially("budget participatif");
  await expect(options(page).first()).toContainText("Participatory budgeting");
  await expect(options(page).first()).toContainText("Outil");
});
