import type { Locator } from "playwright/test";
import { expect, test } from "../support/browser";

const addresses = (links: Locator) => links.evaluateAll((found) => found.map((link) => link.getAttribute("href")));

test("the cities on the map are the cities in the list, and each point leads to its city", async ({
  page,
  request,
}) => {
  await page.goto("/cities");
  const points = page.getByRole("figure").getByRole("link");
  const list = page.getByRole("region", { name: "Cities by region" }).getByRole("listitem").getByRole("link");
  const inList = await addresses(list);
  expect(inList.length).toBeGreaterThan(15);
  expect((await addresses(points)).toSorted()).toEqual(inList.toSorted());
  for (const address of inList) expect((await request.get(address ?? "")).status(), address ?? "").toBe(200);

  const name = await points.last().getAttribute("aria-label");
  await points.last().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name ?? "");
});

test("the points lie in the map, each where its city is", async ({ page }) => {
  await page.goto("/cities");
  const frame = await page.getByRole("figure").boundingBox();
  const place = async (name: string) => {
    const box = await page.getByRole("figure").getByRole("link", { name, exact: true }).boundingBox();
    if (!box || !frame) throw new Error(`${name} is not on the map`);
    return { x: (box.x + box.width / 2 - frame.x) / frame.width, y: (box.y + box.height / 2 - frame.y) / frame.height };
  };
  const [montevideo, vienna, gwangju] = [await place("Montevideo"), await place("Vienna"), await place("Gwangju")];
  for (const { x, y } of [montevideo, vienna, gwangju]) {
    expect(Math.min(x, y)).toBeGreaterThan(0);
    expect(Math.max(x, y)).toBeLessThan(1);
  }
  expect(montevideo.x, "Montevideo is west of Vienna").toBeLessThan(vienna.x);
  expect(vienna.x, "Vienna is west of Gwangju").toBeLessThan(gwangju.x);
  expect(vienna.y, "Vienna is north of Montevideo").toBeLessThan(montevideo.y);
});
