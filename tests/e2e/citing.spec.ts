import { readFile } from "node:fs/promises";
import type { Page } from "playwright/test";
import { expect, test } from "../support/browser";

const path = "/documents/hrgl-2023/recommendation-8";
const formats = {
  APA: { type: "text/plain", file: "hrgl-2023-recommendation-8.txt" },
  BibTeX: { type: "application/x-bibtex", file: "hrgl-2023-recommendation-8.bib" },
  RIS: { type: "application/x-research-info-systems", file: "hrgl-2023-recommendation-8.ris" },
  "CSL-JSON": { type: "application/vnd.citationstyles.csl+json", file: "hrgl-2023-recommendation-8.json" },
};

const openCite = (page: Page) => page.getByText("Cite", { exact: true }).click();

/** What a format must be, apart from holding the address. */
const wellFormed: Record<keyof typeof formats, (text: string, address: string) => void> = {
  APA: (text) => expect(text).toMatch(/\(2023\)\. Recommendation 8\. In Governing the city by human rights objectives/),
  BibTeX: (text, address) => {
    expect(text).toMatch(/^@\w+\{[\w-]+,\n(?:\t[a-z]+ = \{.*\},\n)+\}$/);
    expect(text.split("{").length, "braces").toBe(text.split("}").length);
    expect(text).toContain(`\turl = {${address}},`);
    expect(text).toContain("\ttitle = {Recommendation 8},");
  },
  RIS: (text, address) => {
    // A field that is too long for its line goes on in the next.
    const lines = text.replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, "").split("\n");
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}-/);
    expect(lines[0]).toMatch(/^TY {2}- \w+$/);
    expect(lines.at(-1)?.trim()).toBe("ER  -");
    expect(lines).toContain(`UR  - ${address}`);
    expect(lines).toContain("TI  - Recommendation 8");
  },
  "CSL-JSON": (text, address) => {
    const [item, ...others] = JSON.parse(text);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ URL: address, title: "Recommendation 8", issued: { "date-parts": [[2023, 2, 7]] } });
  },
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a paragraph is cited in four formats, to read and to download", async ({ page, request, baseURL }) => {
      const address = `${baseURL}${path}`;
      await page.goto(path);
      const texts = page.locator("#cite pre");
      await expect(texts).toHaveCount(5);
      await expect(texts.first()).toBeHidden();
      await openCite(page);
      await expect(texts.first()).toHaveText(address);
      for (const [index, name] of (Object.keys(formats) as (keyof typeof formats)[]).entries()) {
        const shown = texts.nth(index + 1);
        await expect(shown, name).toBeVisible();
        const link = page.getByRole("link", { name: `Download ${name}` });
        const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
        expect(download.suggestedFilename()).toBe(formats[name].file);
        const saved = (await readFile(await download.path(), "utf8")).trim();
        expect(saved, name).toBe((await shown.textContent())?.trim());
        wellFormed[name](saved, address);
        expect(saved.replaceAll("\n", ""), name).toContain(address);
        const answer = await request.get((await link.getAttribute("href")) ?? "");
        expect(answer.headers()["content-type"]).toBe(`${formats[name].type}; charset=utf-8`);
      }
    });
  });
}

test("a citation is copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(path);
  await openCite(page);
  const button = page.getByRole("button", { name: "Copy" });
  await button.nth(2).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.locator("#cite pre").nth(2).textContent());
});

test("every kind of entry can be cited, and an unknown one is not there", async ({ request }) => {
  for (const id of [
    "hrgl-2023",
    "uclg-ohchr-2019/quotation-11",
    "douala-participatory-budget",
    "vienna-from-an-idea-to-an-office",
    "participatory-budgeting",
  ]) {
    const answer = await request.get(`/cite/${id}?format=csl`);
    expect(answer.status(), id).toBe(200);
    const [item] = await answer.json();
    expect((await request.get(item.URL)).status(), item.URL).toBe(200);
  }
  expect((await request.get("/cite/hrgl-2023/recommendation-999?format=csl")).status()).toBe(404);
  expect((await request.get("/cite/hrgl-2023?format=docx")).status()).toBe(400);
});
