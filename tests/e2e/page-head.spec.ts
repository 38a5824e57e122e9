import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { inLanguage, languages } from "./page-kinds";

const contents = (page: Page, name: string) =>
  page.locator(`head meta[name="${name}"]`).evaluateAll((tags) => tags.map((tag) => tag.getAttribute("content")));

const citable = {
  "/documents/hrgl-2023": "Governing the city by human rights objectives: Management concepts and instruments",
  "/documents/hrgl-2023/recommendation-8": "Recommendation 8",
  "/documents/uclg-ohchr-2019/quotation-11": "Quotation 11",
  "/practices/douala-participatory-budget": "Inhabitants decide on street lighting and roads",
  "/case-studies/vienna-from-an-idea-to-an-office": null,
  "/tools/participatory-budgeting": "Participatory budgeting",
};

test("what can be cited says so to reference managers, the same in every language", async ({ page, baseURL }) => {
  for (const [path, title] of Object.entries(citable)) {
    const tags: unknown[] = [];
    for (const language of languages) {
      await page.goto(inLanguage(path, language), { waitUntil: "domcontentloaded" });
      tags.push(
        await page
          .locator('head meta[name^="citation_"], head meta[name^="DC."]')
          .evaluateAll((found) => found.map((tag) => [tag.getAttribute("name"), tag.getAttribute("content")])),
      );
    }
    expect(tags[1], path).toEqual(tags[0]);
    expect(tags[2], path).toEqual(tags[0]);
    const [named] = await contents(page, "citation_title");
    expect(named, path).toBe(title ?? (await page.getByRole("heading", { level: 1 }).innerText()));
    expect(await contents(page, "DC.title"), path).toEqual([named]);
    expect(await contents(page, "citation_public_url"), path).toEqual([`${baseURL}${path}`]);
    expect(await contents(page, "DC.identifier"), path).toEqual([`${baseURL}${path}`]);
    expect(await contents(page, "citation_language"), path).toEqual(["en"]);
    for (const date of await contents(page, "DC.date")) expect(date, path).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
    for (const date of await contents(page, "citation_publication_date")) {
      expect(date, path).toMatch(/^\d{4}(\/\d\d(\/\d\d)?)?$/);
    }
  }
  await page.goto("/documents/hrgl-2023/recommendation-8");
  expect(await contents(page, "citation_publication_date")).toEqual(["2023/02/07"]);
  expect(await contents(page, "citation_inbook_title")).toEqual([citable["/documents/hrgl-2023"]]);
});

test("a page has one address, whatever its language, and names its languages", async ({ page, baseURL }) => {
  for (const path of ["/", "/documents/hrgl-2023/recommendation-8", "/tools", "/cities/ariana"]) {
    for (const language of languages) {
      await page.goto(inLanguage(path, language), { waitUntil: "domcontentloaded" });
      const canonical = page.locator('head link[rel="canonical"]');
      await expect(canonical).toHaveAttribute("href", `${baseURL}${path}`);
      const alternates = await page
        .locator('head link[rel="alternate"][hreflang]')
        .evaluateAll((links) => links.map((link) => [link.getAttribute("hreflang"), link.getAttribute("href")]));
      expect(alternates).toEqual(languages.map((other) => [other, `${baseURL}${inLanguage(path, other)}`]));
    }
  }
});

test("other search engines keep out the results of searches, and nothing else", async ({ page }) => {
  await page.goto("/search?q=housing");
  expect(await contents(page, "robots")).toEqual(["noindex, follow"]);
  await page.goto("/practices/douala-participatory-budget");
  expect(await contents(page, "robots")).toEqual([]);
});
