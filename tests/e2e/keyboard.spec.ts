import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { pageKinds } from "./page-kinds";

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

/** Where the focus is, and how it shows. Null: it has left the page. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // A field shows its focus on the frame around it, a hidden checkbox on its label.
    const shown = [element, element.parentElement, element.nextElementSibling].filter((it) => it !== null);
    const marked = shown.some((it) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(it);
      return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    });
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      name: `${element.tagName.toLowerCase()} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}”`,
      marked,
      inView: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
    };
  });

/** Presses Tab until the focus is on what `name` matches. */
async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === null) break;
    if (name.test(stop.name)) return;
  }
  throw new Error(`No stop that matches ${name}`);
}

test("the first stop of a page is the link to its content", async ({ page }) => {
  for (const path of ["/", "/tools/participatory-budgeting"]) {
    await page.goto(path);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  }
});

for (const [width, kinds] of [
  [1280, ["home", "search results", "recommendation", "practice", "cities", "recommendations of a theme", "api"]],
  [360, ["search results", "tool", "cities"]],
] as const) {
  test(`at ${width} pixels, the keyboard reaches all of a page, shows where it is, and leaves`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    // Without it the page is still scrolling to a stop when it is asked where that is.
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const kind of kinds) {
      await page.goto(pageKinds[kind] ?? "");
      const reachable = await page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>("a[href], button, input, select, summary, [tabindex='0']")].filter(
            (element) =>
              element.checkVisibility({ visibilityProperty: true }) && element.getAttribute("type") !== "hidden",
          ).length,
      );
      const unmarked: string[] = [];
      const stops: string[] = [];
      while (stops.length <= reachable) {
        await page.keyboard.press("Tab");
        const stop = await focused(page);
        // From the last stop the focus goes to the browser, or round to the first.
        if (stop === null || stop.name === stops[0]) break;
        stops.push(stop.name);
        if (!stop.marked) unmarked.push(`${stop.name} does not show its focus`);
        if (!stop.inView) unmarked.push(`${stop.name} is out of view`);
      }
      expect(unmarked, kind).toEqual([]);
      expect(stops.length, `stops of ${kind}: ${stops.join(", ")}`).toBe(reachable);
    }
  });
}

test("the pages of a list are gone through forwards and back", async ({ page }) => {
  await page.goto("/search?type=practice");
  const current = page.getByRole("navigation", { name: "Pages" });
  await expect(current).toContainText("Page 1 of 2");
  await tabTo(page, /Next page/, 200);
  await page.keyboard.press("Enter");
  await expect(current).toContainText("Page 2 of 2");
  await expect(current.getByRole("link")).toHaveCount(1);
  await tabTo(page, /Previous page/, 200);
  await page.keyboard.press("Enter");
  await expect(current).toContainText("Page 1 of 2");
});

test("filters are set and taken away on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto("/search?q=participation");
  const theme = page.getByRole("complementary", { name: "Filters" }).getByText("Theme", { exact: true });
  await expect(theme).toBeHidden();
  const button = page.locator("summary").filter({ hasText: /^Filters/ });
  for (let presses = 0; presses < 60 && !(await button.evaluate((it) => it === document.activeElement)); presses++) {
    await page.keyboard.press("Tab");
  }
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await tabTo(page, /summary “Place”/);
  const place = sheet.getByRole("group").filter({ has: page.getByText("Place", { exact: true }) });
  await expect(place).toHaveAttribute("open");
  await page.keyboard.press("Enter");
  await expect(place).not.toHaveAttribute("open");
  await page.keyboard.press("Enter");
  await tabTo(page, /Africa/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=participation&region=africa");
  await expect(sheet.getByRole("link", { name: "Remove the filter Africa" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=participation");
});
