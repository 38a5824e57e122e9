import { expect, test } from "../support/browser";
import { inLanguage, languages, notFoundOnPurpose, overflow, pageKinds } from "./page-kinds";

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

for (const language of languages) {
  test(`no page in “${language}” scrolls sideways, on a phone, with text twice as large, or on a desk`, async ({
    page,
    problems,
  }) => {
    test.setTimeout(180_000);
    problems.allow(notFoundOnPurpose);
    const tooWide: string[] = [];
    for (const [kind, path] of Object.entries(pageKinds)) {
      await page.setViewportSize({ width: 320, height: 720 });
      await page.goto(inLanguage(path, language), { waitUntil: "domcontentloaded" });
      await page.evaluate(() => document.fonts.ready);
      for (const [width, text] of [
        [320, 100],
        [768, 100],
        [1280, 100],
        [1280, 200],
        [640, 200],
        [320, 200],
      ] as const) {
        await page.setViewportSize({ width, height: 720 });
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = `${size}%`;
        }, text);
        const excess = await overflow(page);
        if (excess > 0) tooWide.push(`${kind} at ${width} pixels, text at ${text} %: ${excess} pixels`);
      }
    }
    expect(tooWide).toEqual([]);
  });
}

test("on paper a page has its text and its address, and nothing to click through the site", async ({
  page,
  problems,
  baseURL,
}) => {
  problems.allow(notFoundOnPurpose);
  await page.emulateMedia({ media: "print" });
  for (const [kind, path] of Object.entries(pageKinds)) {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    await expect(page.getByRole("heading", { level: 1 }), kind).toBeVisible();
    for (const name of ["Main menu", "You are here", "Pages", "Types"]) {
      const navigation = page.getByRole("navigation", { name }).filter({ visible: true });
      await expect(navigation, `${name} of ${kind}`).toHaveCount(0);
    }
    await expect(page.getByRole("banner").getByRole("search"), kind).toHaveCount(0);
    const { pathname } = new URL(path, baseURL);
    await expect(page.getByText(`Address: ${baseURL}${pathname}`), kind).toBeVisible();
    expect(await overflow(page), kind).toBe(0);
  }
});

test("on a phone the menu shows the place where the reader is", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  for (const [path, place] of [
    ["/cities/ariana", "Cities"],
    ["/networks", "Networks"],
    ["/recommendations", "Recommendations"],
  ] as const) {
    await page.goto(path);
    const link = page.getByRole("navigation", { name: "Main menu" }).getByRole("link", { name: place });
    await expect(link).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  }
});

test("on a tablet the menu shows every place in whole, in each language", async ({ page }) => {
  for (const language of languages) {
    for (const width of [660, 768]) {
      await page.setViewportSize({ width, height: 720 });
      await page.goto(inLanguage("/about", language));
      const hidden = await page.locator("[data-places]").evaluate((menu) => menu.scrollWidth - menu.clientWidth);
      expect(hidden, `${language} at ${width}`).toBe(0);
    }
  }
});
