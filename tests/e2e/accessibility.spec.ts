import { expect, test } from "../support/browser";
import { colourRules, unfold, violations } from "./axe";
import { inLanguage, languages, notFoundOnPurpose, pageKinds } from "./page-kinds";

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

for (const language of languages) {
  test(`axe finds nothing on any page in “${language}”, light and dark`, async ({ page, problems }) => {
    test.setTimeout(900_000);
    problems.allow(notFoundOnPurpose);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const found: string[] = [];
    const look = async (name: string, rules?: string[]) =>
      found.push(...(await violations(page, rules)).map((violation) => `${name}: ${violation}`));
    for (const [kind, path] of Object.entries(pageKinds)) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(inLanguage(path, language), { waitUntil: "domcontentloaded" });
      // Folded, a page has the same markup in each language.
      if (language === "en") await look(`${kind}, folded`);
      await unfold(page);
      await look(`${kind}, unfolded`);
      await page.emulateMedia({ colorScheme: "dark" });
      await look(`${kind}, dark`, colourRules);
    }
    expect(found).toEqual([]);
  });
}

test("axe finds nothing on a phone, with the suggestions and the filters open", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto("/search?q=participation");
  await page.getByText(/^Filters/).click();
  await expect(page.getByRole("dialog", { name: "Filters" })).toBeVisible();
  expect(await violations(page), "filters").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("combobox").fill("budget");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("ArrowDown");
  expect(await violations(page), "suggestions").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("combobox").press("Enter");
  await expect(page).toHaveURL(/q=budget/);
  await page.getByRole("combobox").fill("");
  await expect(page.getByRole("option").first()).toHaveText(/^budget/);
  await page.keyboard.press("ArrowDown");
  expect(await violations(page), "recent searches").toEqual([]);
});
