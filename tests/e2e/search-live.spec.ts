import type { Page, Route } from "playwright/test";
import { expect, test } from "../support/browser";

const field = (page: Page) => page.getByRole("combobox", { name: "Search the library" });
const count = (page: Page) => page.locator("#results");
const title = (page: Page) => page.getByRole("heading", { level: 1 });
const entries = (page: Page) => page.evaluate(() => history.length);
/** Answered after everything that was asked for before. */
const oneMoreAnswer = (page: Page) => page.evaluate(() => fetch("/healthz").then(() => undefined));

/** Holds the answers of search pages whose words match until they are let go. */
async function hold(page: Page, words: RegExp) {
  const held: Route[] = [];
  await page.route("**/search?q=*", (route) => {
    const typed = new URL(route.request().url()).searchParams.get("q") ?? "";
    return words.test(typed) && route.request().resourceType() === "fetch" ? void held.push(route) : route.continue();
  });
  return {
    waiting: (number = 1) => expect.poll(() => held.length).toBeGreaterThanOrEqual(number),
    // The page may have given it up by then.
    letGo: () => Promise.all(held.splice(0).map((route) => route.continue().catch(() => undefined))),
  };
}

test("results come while one types, without the page being loaded anew; the words become one entry of the history", async ({
  page,
}) => {
  await page.goto("/search");
  const all = await count(page).innerText();
  await page.evaluate(() => Object.assign(window, { same: true }));
  const before = await entries(page);
  await field(page).pressSequentially("housing", { delay: 150 });
  await expect(title(page)).toHaveText("Search: housing");
  await expect(page).toHaveURL("/search?q=housing");
  await expect(page).toHaveTitle(/^Search: housing/);
  expect(await count(page).innerText()).not.toBe(all);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("housing");
  expect(await entries(page)).toBe(before + 1);
  expect(await page.evaluate(() => "same" in window)).toBe(true);
  await page.goBack();
  await expect(page).toHaveURL("/search");
  await expect(field(page)).toHaveValue("");
  await expect(count(page)).toHaveText(all);
});

test("words that settled, filters and pages are entries of their own; back restores box, results and place", async ({
  page,
}) => {
  await page.goto("/search");
  await field(page).fill("participation");
  await expect(page).toHaveURL("/search?q=participation");
  await field(page).press("Enter");
  const found = await count(page).innerText();
  await page.evaluate(() => scrollTo({ top: 400, behavior: "instant" }));
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Next page" }).click();
  await expect(page).toHaveURL("/search?q=participation&page=2");
  await expect(count(page)).toBeFocused();
  await page.goBack();
  await expect(count(page)).toHaveText(found);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);

  await field(page).fill("housing");
  await expect(page).toHaveURL("/search?q=housing");
  await field(page).press("Enter");
  await page
    .getByRole("navigation", { name: "Types" })
    .getByRole("link", { name: /^Practices/ })
    .click();
  await expect(page).toHaveURL("/search?q=housing&type=practice");
  await page.goBack();
  await expect(page).toHaveURL("/search?q=housing");
  await page.goBack();
  await expect(field(page)).toHaveValue("participation");
  await expect(count(page)).toHaveText(found);
  await page.goForward();
  await expect(field(page)).toHaveValue("housing");
});

test("the newest words win, whichever answer comes last", async ({ page }) => {
  await page.goto("/search");
  const slow = await hold(page, /^bud$/);
  await field(page).fill("bud");
  await slow.waiting();
  await field(page).fill("housing");
  await expect(title(page)).toHaveText("Search: housing");
  await slow.letGo();
  await oneMoreAnswer(page);
  await expect(title(page)).toHaveText("Search: housing");
  await expect(page).toHaveURL("/search?q=housing");
});

test("on a slow line no key is lost and the old results stay until the new ones are there", async ({ page }) => {
  await page.goto("/search?q=housing");
  const old = await count(page).innerText();
  const slow = await hold(page, /./);
  await field(page).selectText();
  await field(page).pressSequentially("participatory bud", { delay: 30 });
  await slow.waiting();
  expect(await count(page).innerText()).toBe(old);
  await field(page).pressSequentially("geting", { delay: 30 });
  await slow.letGo();
  await oneMoreAnswer(page);
  await expect(field(page)).toHaveValue("participatory budgeting");
  await expect(async () => {
    await slow.letGo();
    await expect(title(page)).toHaveText("Search: participatory budgeting", { timeout: 200 });
  }).toPass();
  await expect(field(page)).toBeFocused();
});

test("a filter that is chosen before the typed words arrived takes them along", async ({ page }) => {
  await page.goto("/search?q=participation");
  const slow = await hold(page, /^participation budget$/);
  await field(page).fill("participation budget");
  await slow.waiting();
  await page
    .getByRole("navigation", { name: "Types" })
    .getByRole("link", { name: /^Tools/ })
    .press("Enter");
  await slow.waiting(2);
  await slow.letGo();
  await expect(page).toHaveURL("/search?q=participation+budget&type=tool");
  await expect(title(page)).toHaveText("Search: participation budget");
});

test("filters that are chosen in quick succession all count, and one that is taken back does not", async ({ page }) => {
  await page.goto("/search?q=participation&theme=budgeting");
  const filters = page.getByRole("complementary", { name: "Filters" });
  await filters.getByText("Language", { exact: true }).click();
  const slow = await hold(page, /./);
  await filters.getByRole("link", { name: /^Africa/ }).press("Enter");
  await slow.waiting();
  await filters.getByRole("link", { name: /^English/ }).press("Enter");
  await slow.waiting(2);
  await page.getByRole("link", { name: "Remove the filter Budgeting" }).first().press("Enter");
  await slow.waiting(3);
  await slow.letGo();
  await expect(page).toHaveURL("/search?q=participation&region=africa&language=en");
  const chosen = page.getByRole("list", { name: "Chosen filters" });
  await expect(chosen.getByRole("link", { name: /Remove the filter/ })).toHaveCount(2);
});

test("a line that fails leaves the results, says so quietly, and the next try takes them", async ({
  page,
  problems,
}) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await page.goto("/search?q=housing");
  const old = await count(page).innerText();
  await page.context().setOffline(true);
  await field(page).fill("participation");
  const trouble = page.getByText("The connection failed", { exact: false }).first();
  await expect(trouble).toBeVisible();
  expect(await count(page).innerText()).toBe(old);
  await page.context().setOffline(false);
  await expect(title(page), "it is asked anew once there is a line").toHaveText("Search: participation");
  await expect(trouble).toBeHidden();
});

test("a server that refuses for a moment is asked anew by Enter, or by a button; what was chosen counts then", async ({
  page,
  problems,
}) => {
  problems.allow(/503/);
  await page.goto("/search?q=housing");
  let refuses = true;
  await page.route("**/search?q=*", (route) =>
    refuses && route.request().resourceType() === "fetch" ? route.fulfill({ status: 503 }) : route.continue(),
  );
  const again = page.getByRole("button", { name: "Try again" });
  await page
    .getByRole("navigation", { name: "Types" })
    .getByRole("link", { name: /^Practices/ })
    .click();
  await expect(again).toBeVisible();
  await expect(page).toHaveURL("/search?q=housing");
  refuses = false;
  await again.click();
  await expect(page).toHaveURL("/search?q=housing&type=practice");
  await expect(again).toBeHidden();
  refuses = true;
  await field(page).fill("participation");
  await expect(again).toBeVisible();
  refuses = false;
  await field(page).press("Enter");
  await expect(page).toHaveURL("/search?q=participation&type=practice");
  await expect(again).toBeHidden();
});

test("a word that is still composed of keys is no question; the composed one is", async ({ page }) => {
  await page.goto("/search");
  const asked: string[] = [];
  // The browser fetches what the page shows, such as its icon, when it likes.
  page.on("request", (request) => {
    if (request.url().includes("?")) asked.push(decodeURIComponent(request.url()));
  });
  const devTools = await page.context().newCDPSession(page);
  await field(page).focus();
  await devTools.send("Input.imeSetComposition", { text: "じゅう", selectionStart: 3, selectionEnd: 3 });
  await page.waitForTimeout(400);
  expect(asked).toEqual([]);
  await devTools.send("Input.insertText", { text: "住宅" });
  await expect(page).toHaveURL(`/search?q=${encodeURIComponent("住宅")}`);
  expect(asked.filter((url) => url.includes("じ"))).toEqual([]);
});

test("words that were deleted or pasted are searched for, and so are those that undo brings back", async ({ page }) => {
  await page.goto("/search?q=housing");
  const found = await count(page).innerText();
  await field(page).selectText();
  await page.keyboard.press("Delete");
  await expect(page).toHaveURL("/search");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page).toHaveURL("/search?q=housing");
  await expect(count(page)).toHaveText(found);
  await field(page).selectText();
  await page.keyboard.insertText("participation");
  await expect(page).toHaveURL("/search?q=participation");
});

test("the field stays where it is however long the words become", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 720 });
  await page.goto("/search");
  const before = await field(page).boundingBox();
  await field(page).fill("participatory budgeting in schools and neighbourhoods of the whole city");
  await expect(page).toHaveTitle(/of the whole city/);
  expect(await field(page).boundingBox()).toEqual(before);
});

test("the number of results is told politely, once the typing rests", async ({ page }) => {
  await page.goto("/search");
  const told = page.locator("[data-live-status]");
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver(([change]) => said.push(change?.target.textContent ?? "")).observe(
      document.querySelector("[data-live-status]") as Element,
      { childList: true },
    );
  });
  await field(page).pressSequentially("housing", { delay: 200 });
  await expect(told).toHaveText(/^\d+ results$/);
  await expect(told).toHaveAttribute("role", "status");
  expect(await page.evaluate(() => (window as unknown as { said: string[] }).said)).toHaveLength(1);
});

test("the focus stays on the filter that was chosen, and what was unfolded stays so", async ({ page }) => {
  await page.goto("/search?q=participation");
  const filters = page.getByRole("complementary", { name: "Filters" });
  await filters.getByText("Right", { exact: true }).click();
  const theme = filters.getByRole("link", { name: /^Local democracy/ });
  await theme.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/theme=local-democracy/);
  await expect(filters.getByRole("link", { name: "Remove the filter Local democracy" })).toBeFocused();
  await expect(filters.locator('details[data-key="right"]')).toHaveAttribute("open");
  await page.getByRole("list", { name: "Chosen filters" }).getByRole("link").press("Enter");
  await expect(page).toHaveURL("/search?q=participation");
  await expect(count(page)).toBeFocused();
});

test("the words of other links, of languages too, follow what is typed", async ({ page }) => {
  await page.goto("/search");
  await field(page).fill("housing");
  await expect(page).toHaveURL("/search?q=housing");
  await expect(page.getByRole("link", { name: "Français" })).toHaveAttribute("href", "/search?q=housing&lang=fr");
});

test("words that were meant are told to the server once, not each key", async ({ page }) => {
  const told: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/search/settled")) told.push(request.postData() ?? "");
  });
  await page.goto("/search?q=water");
  await field(page).fill("");
  await field(page).pressSequentially("housing", { delay: 150 });
  await expect(title(page)).toHaveText("Search: housing");
  await page.keyboard.press("Enter");
  await expect.poll(() => told).toEqual(["q=housing"]);
  await page.getByRole("navigation", { name: "Sort by" }).getByRole("link", { name: "Newest first" }).click();
  await expect(page).toHaveURL("/search?q=housing&sort=date");
  expect(told).toEqual(["q=housing"]);
});

test("results that are long on their way show it, and those that come at once do not", async ({ page }) => {
  await page.goto("/search");
  const results = page.locator('[data-live="results"]');
  const held = await hold(page, /^slow/);
  await field(page).fill("slow");
  await held.waiting();
  await expect(results).toHaveAttribute("aria-busy", "true");
  const width = () => results.evaluate((part) => getComputedStyle(part, "::before").transform);
  await expect.poll(width).not.toMatch(/^matrix\(0,/);
  await expect(page.locator("[data-live-status]")).toHaveText("Searching …");
  await held.letGo();
  await expect(title(page)).toHaveText("Search: slow");
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
});
