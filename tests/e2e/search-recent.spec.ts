import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";

const field = (page: Page) => page.getByRole("combobox", { name: "Search the library" });
const recent = (page: Page) => page.getByRole("listbox", { name: "Recent searches, kept on this device only" });
const searches = (page: Page) => recent(page).locator("[data-text] > span:first-child");
const kept = (page: Page) => page.evaluate(() => localStorage.getItem("polylogue.recent"));

async function search(page: Page, words: string): Promise<void> {
  await page.goto(`/search?q=${words}`);
  await expect.poll(() => kept(page)).toContain(words);
}

test("recent searches are in the list of the empty field, on every page, and search again", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url() + (request.postData() ?? "")));
  await search(page, "housing");
  await search(page, "participation");
  await page.goto("/about");
  asked.length = 0;
  await field(page).click();
  await expect(searches(page)).toHaveText(["participation", "housing"]);
  expect(
    asked.filter((request) => /housing|participation/.test(request)),
    "they are sent nowhere",
  ).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/search?q=housing");
});

test("one is forgotten by Delete or by its cross, all by one option", async ({ page }) => {
  for (const words of ["housing", "participation", "budget"]) await search(page, words);
  await page.goto("/about");
  await field(page).press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Delete");
  await expect(searches(page)).toHaveText(["participation", "housing"]);
  await recent(page).locator(".suggest-forget").first().click();
  await expect(searches(page)).toHaveText(["housing"]);
  await expect(field(page)).toBeFocused();
  await recent(page).getByRole("option", { name: "Forget all" }).click();
  await expect(recent(page)).toBeHidden();
  expect(await kept(page)).toBe("[]");
});

test("who wants none kept says so once, and can take it back", async ({ page }) => {
  await search(page, "housing");
  await page.goto("/about");
  await field(page).press("ArrowDown");
  await recent(page).getByRole("option", { name: "Stop keeping searches" }).click();
  expect(await kept(page)).toBe("null");
  await page.goto("/search?q=participation");
  await oneMore(page);
  expect(await kept(page)).toBe("null");
  await field(page).fill("");
  await field(page).press("ArrowDown");
  await recent(page).getByRole("option", { name: "Keep recent searches on this device" }).click();
  await search(page, "budget");
});

test("a search without a result is not kept", async ({ page }) => {
  await page.goto("/search?q=xqzxqzxqz");
  await oneMore(page);
  expect(await kept(page)).toBeNull();
});

test("where the browser keeps nothing, nothing is offered, and the search works", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.goto("/search?q=housing");
  await expect(page.locator("#results")).toHaveText(/results/);
  await field(page).fill("");
  await expect(page).toHaveURL("/search");
  await field(page).press("ArrowDown");
  await expect(recent(page)).toBeHidden();
});

const oneMore = (page: Page) => page.evaluate(() => fetch("/healthz").then(() => undefined));
