import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright/test";
import { expect, test } from "../support/browser";
import { examine } from "./examine-page";
import { eachOf, followLinks, readAll } from "./follow-links";
import { inLanguage, notFoundOnPurpose, pageKinds } from "./page-kinds";

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

type Catalogue = { [key: string]: string | Catalogue };
const catalogue = (language: string): Catalogue =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "app", "i18n", `${language}.json`), "utf8"));

/** The kind of a path, as far as it tells: its first part, and how many follow. */
const shapeOf = (path: string) => {
  const [first, ...rest] = path.replace(/\?.*/, "").split("/").slice(1);
  return `/${first}${"/…".repeat(rest.length)}`;
};

test.describe("every link from the home page", () => {
  test.describe.configure({ mode: "serial", timeout: 600_000 });
  let pages: string[] = [];

  test("leads to a page that is whole", async ({ page, request, baseURL }) => {
    const followed = await followLinks(page, request, baseURL ?? "");
    pages = followed.pages;
    console.log(JSON.stringify({ pages: pages.length, files: followed.files }));
    expect(followed.wrong).toEqual([]);
    expect(pages.length).toBeGreaterThan(300);
    expect(followed.files).toBeGreaterThan(300);
    expect(followed.parameters, "parameters that searches lead to").toEqual(
      expect.arrayContaining(["type", "theme", "right", "group", "sdg", "tool", "recommendation", "sort", "page"]),
    );
    const shapes = new Set(Object.values(pageKinds).map(shapeOf));
    expect([...new Set(pages.map(shapeOf))].filter((shape) => !shapes.has(shape))).toEqual([]);
  });

  test("opens in a browser without an error", async ({ context }) => {
    await openAll(context, pages);
  });

  for (const language of ["fr", "es"]) {
    test(`opens in “${language}” without an error, one of each kind`, async ({ context, problems }) => {
      problems.allow(notFoundOnPurpose);
      await openAll(
        context,
        Object.values(pageKinds).map((path) => inLanguage(path, language)),
      );
    });
  }

  for (const language of ["fr", "es"]) {
    test(`is said in “${language}” too`, async ({ page, request, baseURL }) => {
      const wrong: string[] = [];
      const english = leaves(catalogue("en"));
      const translated = leaves(catalogue(language));
      const keys = new RegExp(`\\b(?:${Object.keys(catalogue("en")).join("|")})\\.[a-z][A-Za-z]+(?:\\.[A-Za-z-]+)*\\b`);
      // Whole phrases of the interface that differ between the languages: none may be left in English.
      const phrases = [...english].flatMap(([key, text]) =>
        // The examples on the home page are searched for in any language.
        text.split(" ").length >= 3 && !/\{\{/.test(text) && translated.get(key) !== text && !key.includes("example")
          ? [text]
          : [],
      );
      // What the pages of searches say, the first ones say.
      const searches = pages.filter((path) => path.startsWith("/search"));
      const read = pages.filter((path) => !path.startsWith("/search") || searches.indexOf(path) < 20);
      await readAll(request, read, language, async (path, status, html) => {
        if (status !== 200 || html === null) return void wrong.push(`${path}: ${status}`);
        const { words, language: said } = await examine(page, html, `${baseURL}${path}`);
        if (said !== language) wrong.push(`${path} says that it is in “${said}”`);
        const key = keys.exec(words)?.[0];
        if (key) wrong.push(`${path} shows the key ${key}`);
        // The program's interface is described in English, and says so.
        if (path === "/api") return;
        const left = phrases.find((phrase) => words.includes(phrase));
        if (left) wrong.push(`${path} says “${left}” in English`);
      });
      expect(wrong).toEqual([]);
    });
  }
});

/** Opens pages in Chromium until all that they ask for has come, in several tabs, which share what is in the cache. */
async function openAll(context: BrowserContext, paths: string[]): Promise<void> {
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()));
  await eachOf(paths, tabs, async (path, tab) => {
    await tab.goto(path, { waitUntil: "load" });
    await expect(tab.getByRole("heading", { level: 1 }), path).toBeVisible();
  });
}

function leaves(branch: Catalogue, path = ""): Map<string, string> {
  return new Map(
    Object.entries(branch).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[`${path}${name}`, value]] : [...leaves(value, `${path}${name}.`)],
    ),
  );
}
