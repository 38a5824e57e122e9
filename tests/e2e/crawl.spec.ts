import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext, Page } from "playwright/test";
import { expect, test } from "../support/browser";
import { examine } from "./examine-page";
import { notFoundOnPurpose } from "./page-kinds";

// A trace of so many steps takes longer than the steps.
test.use({ trace: "off" });

type Catalogue = { [key: string]: string | Catalogue };
const catalogue = (language: string): Catalogue =>
  JSON.parse(readFileSync(join(import.meta.dirname, "..", "..", "app", "i18n", `${language}.json`), "utf8"));

/** What is read, four at a time; a page is handed on with its address and status. */
async function readAll(
  request: APIRequestContext,
  paths: string[],
  language: string,
  handle: (path: string, status: number, html: string | null) => Promise<void>,
): Promise<void> {
  const waiting = [...paths];
  const read = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const answer = await request.get(path, { headers: { "accept-language": language } });
      const isPage = answer.headers()["content-type"]?.startsWith("text/html");
      await handle(path, answer.status(), isPage ? await answer.text() : null);
    }
  };
  await Promise.all([read(), read(), read(), read()]);
}

/** Follows every link from the home page. @returns what is wrong, and the pages found. */
async function crawl(page: Page, request: APIRequestContext, origin: string) {
  const wrong: string[] = [];
  const seen = new Set(["/"]);
  const pages: string[] = [];
  for (let next = ["/"]; next.length > 0; ) {
    const found: string[] = [];
    await readAll(request, next, "en", async (path, status, html) => {
      if (status >= 400) wrong.push(`${path}: ${status}`);
      if (html === null) return;
      pages.push(path);
      const facts = await examine(page, html, `${origin}${path}`);
      wrong.push(...facts.wrong.map((problem) => `${path}: ${problem}`));
      for (const link of facts.links) {
        // A search leads to other searches without end; a language to the whole site again; a citation is a file.
        const isEndless = path.startsWith("/search") && link.startsWith("/search?");
        if (isEndless || /[?&]lang=/.test(link) || link.startsWith("/cite/") || seen.has(link)) continue;
        seen.add(link);
        found.push(link);
      }
    });
    next = found;
  }
  return { wrong, pages };
}

test.describe("every link from the home page", () => {
  test.describe.configure({ mode: "serial", timeout: 240_000 });
  let pages: string[] = [];

  test("leads to a page that is whole", async ({ page, request, baseURL }) => {
    const crawled = await crawl(page, request, baseURL ?? "");
    pages = crawled.pages;
    console.log(
      JSON.stringify({ pages: pages.length, searches: pages.filter((it) => it.startsWith("/search?")).length }),
    );
    expect(crawled.wrong).toEqual([]);
    expect(pages.length).toBeGreaterThan(300);
  });

  test("opens in a browser without an error", async ({ page, problems }) => {
    problems.allow(notFoundOnPurpose);
    const step = Math.ceil(pages.length / 30);
    for (const path of pages.filter((_, index) => index % step === 0)) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
    }
  });

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

function leaves(branch: Catalogue, path = ""): Map<string, string> {
  return new Map(
    Object.entries(branch).flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[`${path}${name}`, value]] : [...leaves(value, `${path}${name}.`)],
    ),
  );
}
