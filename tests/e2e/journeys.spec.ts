import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { notFoundOnPurpose } from "./page-kinds";

const results = (page: Page) => page.getByRole("region", { name: /r[eé]sult/ });
const titles = (page: Page) => results(page).getByRole("heading", { level: 3 }).allInnerTexts();
const filters = (page: Page) => page.getByRole("complementary", { name: "Filters" });

/** Chooses a value of a filter, whose list may be folded. */
async function filterBy(page: Page, facet: string, value: RegExp): Promise<void> {
  const group = filters(page)
    .getByRole("group")
    .filter({ has: page.getByText(facet, { exact: true }) })
    .first();
  if ((await group.getAttribute("open")) === null) await group.getByText(facet, { exact: true }).click();
  const link = group.getByRole("link", { name: value });
  if (!(await link.isVisible())) await group.getByText(/^\d+ more$/).click();
  await link.click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a misspelt word finds the practice of a city", async ({ page }) => {
      await page.goto("/");
      await page.getByLabel("Search the library").fill("particpatory");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/search\?q=particpatory/);
      await expect(page.getByText("Showing results for participatory")).toBeVisible();
      await page
        .getByRole("navigation", { name: "Types" })
        .getByRole("link", { name: /^Practices/ })
        .click();
      await expect(page).toHaveURL(/type=practice/);
      await page.getByRole("link", { name: "Inhabitants decide on street lighting and roads" }).click();
      await expect(page).toHaveURL("/practices/douala-participatory-budget");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Inhabitants decide on street lighting and roads",
      );
    });

    test("the recommendation on budgeting of 2023 leads to a tool, a practice and its city", async ({ page }) => {
      await page.goto("/documents/hrgl-2023/recommendation-8");
      await page
        .getByRole("region", { name: "Tools that help" })
        .getByRole("link", { name: "Participatory budgeting" })
        .click();
      await expect(page).toHaveURL("/tools/participatory-budgeting");
      await page
        .getByRole("region", { name: "Cities that use it" })
        .getByRole("link", { name: "A participatory budget in the middle of a democratic transition" })
        .click();
      await expect(page).toHaveURL("/practices/ariana-participatory-budget");
      await page.getByRole("link", { name: "Ariana, Tunisia" }).click();
      await expect(page).toHaveURL("/cities/ariana");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ariana");
      await expect(
        page.getByRole("link", { name: "A participatory budget in the middle of a democratic transition" }),
      ).toBeVisible();
    });

    test("a tool leads to the recommendations behind it", async ({ page }) => {
      await page.goto("/tools/participatory-budgeting");
      const behind = page.getByRole("region", { name: "Recommendations behind it" });
      await behind
        .getByRole("listitem")
        .filter({ hasText: "HRGL outcome document 2023" })
        .getByRole("link", { name: "Recommendation 8" })
        .click();
      await expect(page).toHaveURL("/documents/hrgl-2023/recommendation-8");
      await expect(
        page
          .getByRole("region", { name: "Who answers it" })
          .getByRole("link", { name: "Inhabitants decide on street lighting and roads" }),
      ).toBeVisible();
    });

    test("a search with two filters is shared by its address, and each filter can be taken away", async ({
      page,
      browser,
    }) => {
      await page.goto("/search?q=participation");
      const unfiltered = await titles(page);
      await filterBy(page, "Theme", /^Budgeting/);
      await filterBy(page, "Place", /^Africa/);
      await expect(page).toHaveURL(/theme=budgeting.*region=africa/);
      const filtered = await titles(page);
      expect(filtered.length).toBeGreaterThan(0);
      expect(filtered).not.toEqual(unfiltered);

      const other = await browser.newContext({ javaScriptEnabled });
      const shared = await other.newPage();
      await shared.goto(page.url());
      expect(await titles(shared)).toEqual(filtered);
      await other.close();

      const chosen = page.getByRole("list", { name: "Chosen filters" });
      await expect(chosen.getByRole("link", { name: /Remove the filter/ })).toHaveCount(2);
      await chosen.getByRole("link", { name: "Remove the filter Africa" }).click();
      await expect(page).not.toHaveURL(/region=/);
      await expect(page).toHaveURL(/theme=budgeting/);
      expect((await titles(page)).length).toBeGreaterThanOrEqual(filtered.length);
      await expect(chosen.getByRole("link", { name: /Remove the filter/ })).toHaveCount(1);
    });

    test("a page that is not there searches", async ({ page, problems }) => {
      problems.allow(notFoundOnPurpose);
      const answer = await page.goto("/documents/no-such-document");
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page does not exist");
      await page.getByRole("main").getByLabel("Search the library").fill("housing");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL("/search?q=housing");
      expect((await titles(page)).length).toBeGreaterThan(0);
    });

    test("another language keeps the address, and is remembered", async ({ page }) => {
      await page.goto("/search?q=housing&type=practice");
      const found = await titles(page);
      await page.getByRole("link", { name: "Français" }).click();
      const url = new URL(page.url());
      expect([url.pathname, url.searchParams.get("q"), url.searchParams.get("type")]).toEqual([
        "/search",
        "housing",
        "practice",
      ]);
      await expect(page.locator("html")).toHaveAttribute("lang", "fr");
      expect((await titles(page)).toSorted()).toEqual(found.toSorted());
      await page.goto("/documents/hrgl-2023/recommendation-8");
      await expect(page.locator("html")).toHaveAttribute("lang", "fr");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Recommandation 8");
      await page.getByRole("link", { name: "Español" }).click();
      expect(new URL(page.url()).pathname).toBe("/documents/hrgl-2023/recommendation-8");
      await expect(page.locator("html")).toHaveAttribute("lang", "es");
    });

    test("a practice leads to the paragraph that tells of it, back, and to similar ones", async ({ page }) => {
      await page.goto("/practices/douala-participatory-budget");
      await page
        .getByRole("region", { name: "Where this is told" })
        .getByRole("link", { name: /Paragraph 28$/ })
        .click();
      await expect(page).toHaveURL("/documents/uclg-ohchr-2019/paragraph-28");
      await page
        .getByRole("region", { name: "What rests on it" })
        .getByRole("link", { name: "Inhabitants decide on street lighting and roads" })
        .click();
      await expect(page).toHaveURL("/practices/douala-participatory-budget");
      await page
        .getByRole("region", { name: "More like this" })
        .getByRole("link", { name: "A participatory budget in the middle of a democratic transition" })
        .click();
      await expect(page).toHaveURL("/practices/ariana-participatory-budget");
    });

    test("the recommendations of a theme stand side by side", async ({ page }) => {
      await page.goto("/recommendations");
      const themes = page.getByRole("navigation", { name: "Themes" });
      await themes.getByRole("link", { name: /^Budgeting/ }).click();
      await expect(page).toHaveURL("/recommendations?theme=budgeting");
      await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText("Budgeting");
      const table = page.getByRole("table");
      await expect(table.getByRole("columnheader", { name: "HRGL outcome document 2023" })).toBeVisible();
      const row = table
        .getByRole("row")
        .filter({ has: page.locator('a[href="/documents/hrgl-2023/recommendation-8"]') });
      await expect(row.locator('a[href="/documents/hrgl-2024/recommendation-8"]')).toBeVisible();
      await themes.getByRole("link", { name: "All themes" }).click();
      await expect(page).toHaveURL("/recommendations");
      expect(await page.getByRole("table").count()).toBeGreaterThan(3);
    });

    test("a search without a result offers ways on", async ({ page }) => {
      await page.goto("/search?q=housing&year=1999");
      const nothing = results(page);
      await expect(nothing.getByText("Nothing found for “housing”.")).toBeVisible();
      await expect(nothing.getByRole("heading", { name: "Tools that may help" })).toBeVisible();
      await nothing.getByRole("link", { name: "without 1999" }).click();
      await expect(page).toHaveURL("/search?q=housing");
      expect((await titles(page)).length).toBeGreaterThan(0);

      // Two letters of seven are wrong: more than a search mends by itself.
      await page.goto("/search?q=budzzet&type=tool");
      await expect(nothing.getByRole("heading", { name: "Did you mean …?" })).toBeVisible();
      await expect(nothing.getByRole("link", { name: "Human rights budgeting" })).toBeVisible();
      await nothing.getByRole("link", { name: "budget", exact: true }).click();
      await expect(page).toHaveURL("/search?q=budget&type=tool");
      expect(await titles(page)).toContain("Human rights budgeting");

      await page.goto("/search?q=xqzxqzxqz");
      await expect(results(page).getByText("Nothing found for “xqzxqzxqz”.")).toBeVisible();
      await expect(nothing.getByRole("heading", { name: "Some tools" })).toBeVisible();
      await expect(nothing.getByRole("heading", { name: "Did you mean …?" })).toHaveCount(0);
      await nothing.getByRole("link", { name: "Anti-discrimination mechanism" }).click();
      await expect(page).toHaveURL("/tools/anti-discrimination-mechanism");
      await page.goBack();
      await results(page).getByRole("link", { name: "Show everything" }).click();
      await expect(page).toHaveURL("/search");
      expect((await titles(page)).length).toBeGreaterThan(0);
    });
  });
}
