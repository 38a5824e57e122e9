import type { APIRequestContext } from "playwright/test";
import { expect, hasDocuments, test } from "../support/browser";

test.skip(!hasDocuments, "The source documents are absent.");

interface Provision {
  id: string;
  eid: string;
  kind: string;
  text: string | null;
  speaker: string | null;
  affiliation: string | null;
}

const read = async (request: APIRequestContext, id: string): Promise<Provision> =>
  (await request.get(`/api/v1/documents/${id}`)).json();

/** White space aside, which HTML does not keep. */
const words = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();

test("the text of a paragraph stands on its page and in its document to the letter", async ({ page, request }) => {
  const ids = [
    "hrgl-2023/recommendation-8",
    "hrgl-2023/recital-cc",
    "hrgl-2022/recommendation-1",
    "hrgl-2024/recital-jj",
    "uclg-ohchr-2019/paragraph-28",
    "uclg-ohchr-2019/quotation-11",
  ];
  for (const id of ids) {
    const { text, eid } = await read(request, id);
    expect(words(text).length, id).toBeGreaterThan(20);
    await page.goto(`/documents/${id}`, { waitUntil: "domcontentloaded" });
    expect(words(await page.getByRole("main").textContent()), id).toContain(words(text));
    await page.getByRole("link", { name: "Read in the document" }).click();
    await expect(page, id).toHaveURL(`/documents/${id.replace("/", "#")}`);
    const place = page.locator(`[id="${eid}"]`);
    expect(words(await place.textContent()), id).toContain(words(text));
    await expect(place, id).toBeInViewport();
  }
});

test("the 36 recitals and 12 recommendations of 2023 stand in order, each with its own address", async ({ page }) => {
  await page.goto("/documents/hrgl-2023");
  const eids = await page
    .locator('section[data-kind="recital"], section[data-kind="recommendation"]')
    .evaluateAll((provisions) => provisions.map(({ id }) => id));
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const recitals = [...letters, ...letters.slice(0, 10).map((letter) => letter + letter)].map((it) => `recital-${it}`);
  expect(eids).toEqual([...recitals, ...Array.from({ length: 12 }, (_, index) => `recommendation-${index + 1}`)]);
  await page.getByRole("link", { name: "Permanent address of Recital jj" }).click();
  await expect(page).toHaveURL("/documents/hrgl-2023/recital-jj");
});

test("a quotation names who said it", async ({ page, request }) => {
  const { speaker, affiliation } = await read(request, "uclg-ohchr-2019/quotation-11");
  expect(speaker).toBe("Job Théophile Kwapnang");
  await page.goto("/documents/uclg-ohchr-2019/quotation-11");
  await expect(page.getByRole("figure").first()).toContainText(`${speaker}, ${affiliation}`);
  await page.goto("/documents/uclg-ohchr-2019");
  const quotations = page.getByRole("blockquote");
  const speakers = page.locator("figure:has(blockquote) figcaption");
  expect(await quotations.count()).toBeGreaterThan(15);
  await expect(speakers).toHaveCount(await quotations.count());
});

for (const slug of ["hrgl-2023", "uclg-ohchr-2019"]) {
  test(`the table of contents follows the reader of ${slug}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`/documents/${slug}`);
    const contents = page.getByRole("navigation", { name: "Contents" });
    const links = contents.getByRole("link");
    const current = contents.locator('[aria-current="location"]');
    const count = await links.count();
    expect(count).toBeGreaterThan(3);
    for (const index of [0, Math.floor(count / 3), Math.floor(count / 2)]) {
      const target = (await links.nth(index).getAttribute("href")) ?? "";
      await page.evaluate((id) => document.getElementById(id)?.scrollIntoView({ block: "start" }), target.slice(1));
      await expect(current).toHaveCount(1);
      await expect(current).toHaveAttribute("href", target);
      await expect(current).toBeInViewport();
    }
    await links.nth(Math.floor(count / 3)).click();
    await expect(current, "the link that was followed").toHaveAttribute("href", new URL(page.url()).hash);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect(current, "the end").toHaveAttribute("href", (await links.last().getAttribute("href")) ?? "");
    await page.evaluate(() => scrollTo(0, 0));
    await expect(current).toHaveCount(0);
  });
}
