import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { overflow } from "./page-kinds";

const views = (page: Page) => page.getByRole("navigation", { name: "Show as" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the map and the list beside it say the same, and lead to the results of a city", async ({ page }) => {
      await page.goto("/search?q=participation");
      await views(page).getByRole("link", { name: "Map" }).click();
      await expect(page).toHaveURL("/search?q=participation&view=map");
      const hrefs = (selector: string) =>
        page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute("href")).toSorted());
      const inList = await hrefs('ul[aria-label="Places of these results"] a');
      expect(inList.length).toBeGreaterThan(3);
      expect(await hrefs("figure svg a")).toEqual(inList);
      const first = page.getByRole("list", { name: "Places of these results" }).getByRole("link").first();
      const number = (await first.locator("small").innerText()).trim();
      await first.click();
      await expect(page).toHaveURL(/\/search\?q=participation&city=[a-z-]+$/);
      await expect(page.locator("#results")).toHaveText(new RegExp(`^${number} results?`));
    });

    test("the table is sorted by its head, and its pages keep it", async ({ page }) => {
      await page.goto("/search?q=participation&view=table");
      await page.getByRole("columnheader", { name: "Year" }).getByRole("link").click();
      await expect(page).toHaveURL("/search?q=participation&sort=date&view=table");
      await expect(page.getByRole("columnheader", { name: "Year" })).toHaveAttribute("aria-sort", "descending");
      const years = await page.locator("tbody td:nth-child(4)").allInnerTexts();
      const known = years.filter((year) => year !== "");
      expect(known.length).toBeGreaterThan(5);
      expect(known).toEqual(known.toSorted().reverse());
      await page.getByRole("link", { name: "Next page" }).click();
      await expect(page).toHaveURL(/view=table&page=2$/);
      await expect(page.getByRole("table")).toBeVisible();
    });

    test("regions hold their countries, and these their cities", async ({ page }) => {
      await page.goto("/search");
      const place = page.locator('details[data-key="place"]');
      const within = (name: RegExp) =>
        place
          .getByRole("listitem")
          .filter({ has: page.getByRole("link", { name }) })
          .last();
      await expect(place.getByRole("link", { name: /^Tunisia/ })).toHaveCount(0);
      await place.getByRole("link", { name: /^Africa/ }).click();
      await expect(page).toHaveURL("/search?region=africa");
      await within(/Africa$/)
        .getByRole("link", { name: /^Tunisia/ })
        .click();
      await within(/Tunisia$/)
        .getByRole("link", { name: /^Ariana/ })
        .click();
      await expect(page).toHaveURL("/search?region=africa&country=TN&city=ariana");
      await expect(place.getByRole("link", { name: "Remove the filter Ariana" })).toBeVisible();
    });

    test("all places unfold at once, and fold again", async ({ page }) => {
      await page.goto("/search");
      const place = page.locator('details[data-key="place"]');
      const folded = await place.getByRole("link").count();
      await place.getByText(/^\d+ more$/).click();
      await expect(page).toHaveURL("/search?more=place");
      expect(await place.getByRole("link").count()).toBeGreaterThan(folded + 10);
      await place.getByRole("link", { name: /^Ariana/ }).click();
      await expect(page).toHaveURL("/search?city=ariana&more=place");
      await place.getByText("Fewer").click();
      await expect(page).toHaveURL("/search?city=ariana");
      await expect(place.getByRole("link", { name: "Remove the filter Ariana" })).toBeVisible();
    });

    test("dates and a city to be near to are filters that can be taken away", async ({ page }) => {
      await page.goto("/search?type=practice");
      const all = Number.parseInt(await page.locator("#results").innerText(), 10);
      await page.getByText("Near a city", { exact: true }).click();
      await page.getByLabel("City", { exact: true }).fill("Vienne");
      await page.getByLabel("Kilometres").fill("800");
      await page.getByLabel("Kilometres").press("Enter");
      await expect(page).toHaveURL(/near=Vienne&km=800/);
      const chosen = page.getByRole("list", { name: "Chosen filters" });
      await expect(chosen.getByText("within 800 km of Vienna")).toBeVisible();
      expect(Number.parseInt(await page.locator("#results").innerText(), 10)).toBeLessThan(all);
      await page.getByRole("navigation", { name: "Sort by" }).getByRole("link", { name: "Distance" }).click();
      await expect(page).toHaveURL(/sort=distance/);
      await page.getByText("Dates", { exact: true }).first().click();
      await page.getByLabel("From", { exact: true }).fill("2015");
      await page.getByLabel("From", { exact: true }).press("Enter");
      await expect(chosen.getByText("from 2015")).toBeVisible();
      await chosen.getByRole("link", { name: "Remove all filters" }).click();
      await expect(page).toHaveURL("/search");
    });

    test("every example of the help finds something", async ({ page, request }) => {
      await page.goto("/search");
      await page.getByRole("group").getByText("How to search").click();
      await page.getByRole("link", { name: "All that the search can do" }).click();
      await expect(page).toHaveURL("/search/help");
      const examples = await page
        .getByRole("main")
        .locator("dt a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      expect(examples.length).toBe(7);
      for (const example of examples) {
        const found = await (await request.get(example.replace("/search", "/api/v1/search"))).json();
        expect(found.total, example).toBeGreaterThan(0);
      }
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 720 } });

  test("filters are a sheet that stays open, counts, closes by Escape and gives the focus back", async ({ page }) => {
    await page.goto("/search?q=participation");
    const button = page.locator("summary").filter({ hasText: /^Filters/ });
    await expect(button).toHaveText("Filters");
    await button.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await expect(sheet).toBeVisible();
    await sheet.getByRole("link", { name: /^Participation/ }).click();
    await expect(page).toHaveURL(/theme=participation/);
    await expect(sheet.getByRole("link", { name: "Remove the filter Participation" })).toBeFocused();
    const shown = (await page.locator("#results").textContent())?.match(/^\d+ results/)?.[0];
    await expect(sheet.getByRole("button", { name: `Show ${shown}` })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await expect(button).toHaveText("Filters (1)");
    await expect(button).toBeFocused();
    await button.click();
    await sheet.getByRole("button", { name: /^Show \d+ result/ }).click();
    await expect(sheet).toHaveCount(0);
    await page.setViewportSize({ width: 1200, height: 720 });
    await expect(
      page.getByRole("complementary", { name: "Filters" }).getByText("Theme", { exact: true }),
    ).toBeVisible();
  });

  test("going back closes the sheet and nothing else; what was chosen in it stays, and another step takes it back", async ({
    page,
  }) => {
    await page.goto("/about");
    await page.goto("/search?q=participation");
    const button = page.locator("summary").filter({ hasText: /^Filters/ });
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await button.click();
    await page.goBack();
    await expect(sheet).toHaveCount(0);
    await expect(page).toHaveURL("/search?q=participation");
    await button.click();
    await sheet.getByRole("link", { name: /^Participation/ }).click();
    await expect(page).toHaveURL(/theme=participation$/);
    await sheet.getByRole("link", { name: /^Africa/ }).click();
    await expect(page).toHaveURL(/theme=participation&region=africa/);
    await page.goBack();
    await expect(sheet).toHaveCount(0);
    await expect(page).toHaveURL(/theme=participation&region=africa/);
    await expect(button).toHaveText("Filters (2)");
    await page.goBack();
    await expect(page).toHaveURL(/theme=participation$/);
    await page.goBack();
    await expect(page).toHaveURL("/search?q=participation");
    await expect(button).toHaveText("Filters");
    await button.click();
    await expect(sheet.getByRole("link", { name: /^Participation/ })).toBeVisible();
    await expect(sheet.getByRole("link", { name: /^Remove/ })).toHaveCount(0);
    await sheet.getByRole("button", { name: "Close" }).click();
    await expect(sheet).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL("/about");
  });

  test("a filter that does not come says so in the sheet", async ({ page, problems }) => {
    problems.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
    await page.goto("/search?q=participation");
    await page
      .locator("summary")
      .filter({ hasText: /^Filters/ })
      .click();
    const sheet = page.getByRole("dialog", { name: "Filters" });
    await page.context().setOffline(true);
    await sheet.getByRole("link", { name: /^Participation/ }).click();
    await expect(sheet.getByText("The connection failed", { exact: false })).toBeVisible();
    await page.context().setOffline(false);
    await expect(sheet.getByRole("link", { name: "Remove the filter Participation" })).toBeVisible();
    await expect(sheet.getByText("The connection failed", { exact: false })).toHaveCount(0);
  });

  test("no view is wider than the window", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 720 });
    for (const view of ["list", "map", "table"]) {
      for (const language of ["en", "fr", "es"]) {
        await page.goto(`/search?near=vienna&from=2019&view=${view}&lang=${language}`);
        expect(await overflow(page), `${view} in ${language}`).toBe(0);
      }
    }
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("filters unfold", async ({ page }) => {
      await page.goto("/search?q=participation");
      const theme = page.getByRole("link", { name: /^Participation/ }).last();
      await expect(theme).toBeHidden();
      await page
        .locator("summary")
        .filter({ hasText: /^Filters/ })
        .click();
      await expect(theme).toBeVisible();
      await theme.click();
      await expect(page).toHaveURL(/theme=participation/);
      await expect(page.getByText("Filters (1)")).toBeVisible();
    });
  });
});
