import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/browser";
import { signInAdministrator } from "../support/writer";
import { inLanguage, languages, overflow } from "./page-kinds";

test.beforeEach(async ({ context }, { testId }) => {
  await signInAdministrator(context, `administrator-${testId}@city.example`);
});

test("a search that found nothing becomes a synonym with one click, and the click is undone with another", async ({
  page,
}) => {
  const text = "kwartiermakerij";
  await page.goto(`/search?q=${text}`);
  await page.goto("/admin/search");
  const failed = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: text, exact: true }) });
  await failed.getByText("Something else").click();
  await failed.getByRole("textbox", { name: "means the same as" }).fill("participation");
  await failed.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText(text);
  await expect(failed.getByRole("link", { name: /^finds \d+ results? now$/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("Removed:");
  await expect(failed.getByRole("link", { name: /^finds/ })).toHaveCount(0);
});

test("the administrators' page has no violation, light and dark, and fits a phone", async ({ page }) => {
  await page.goto("/search?q=zzqxyw");
  for (const language of languages) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(inLanguage("/admin/search", language));
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      expect((await new AxeBuilder({ page }).analyze()).violations, `${language}, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await overflow(page)).toBe(0);
});

test("the pages where the library is edited have no violation, and fit a phone", async ({ page }) => {
  test.slow();
  const entry = "/curate/hrgl-2023/recommendation-8";
  await page.goto(entry);
  await page.getByRole("textbox", { name: "Tags" }).fill("Zephyr towns");
  await page.getByRole("button", { name: "Save the tags" }).click();
  await expect(page.getByRole("main").getByRole("status")).toHaveText("Saved.");
  await page.getByRole("textbox", { name: "What should the link lead to?" }).fill("equality");
  await page.getByRole("button", { name: "Search", exact: true }).last().click();
  await page
    .getByRole("link", { name: /^Add a link: / })
    .first()
    .click();
  const link = page.url();
  const pages = [entry, link, "/admin/edits", "/vocabularies/theme/budgeting/edit", "/tags/zephyr-towns/edit"];
  for (const path of pages) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      expect((await new AxeBuilder({ page }).analyze()).violations, `${path}, ${colorScheme}`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await overflow(page), path).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  await page.goto(entry);
  await page
    .getByRole("button", { name: /^Take back: Tags/ })
    .first()
    .click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("Taken back");
  expect((await page.goto("/tags/zephyr-towns"))?.status()).toBe(200);
  await expect(page.getByText("Nothing that is published carries this tag.")).toBeVisible();
});
