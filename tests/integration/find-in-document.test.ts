import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiServer, startApiServer } from "../support/api-server";

// The charter of tests/support/api-server.ts: two recitals, two recommendations.
let site: ApiServer;

beforeAll(async () => {
  site = await startApiServer();
});
afterAll(() => site.close());

const read = async (path: string) => {
  const response = await site.get(path);
  expect(response.status).toBe(200);
  return response.text();
};
const find = (text: string, more = "") => read(`/documents/test-charter?${new URLSearchParams({ find: text })}${more}`);
const marks = (html: string) => [...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, word]) => word);
const said = (html: string) => (/role="status">([^<]*)</.exec(html)?.[1] ?? "").replaceAll("&#x27;", "'");
const anchorsOf = (html: string) => [...html.matchAll(/aria-label="(?:Previous|Next) match"/g)].length;

test("a document can be searched: it says how many paragraphs match, and marks each place in each of them", async () => {
  const html = await find("rights");
  expect(said(html)).toBe("3 paragraphs match “rights”.");
  expect(marks(html).length).toBeGreaterThanOrEqual(3);
});

test("words are found as the site's search reads them: other forms, synonyms, typing errors, other languages", async () => {
  expect(marks(await find("budgets"))).toEqual(["budget"]);
  expect(marks(await find("complaint"))).toEqual(["complaints"]);
  expect(marks(await find("journlists"))).toEqual(["journalists"]);
  expect(said(await find("journlists"))).toBe("1 paragraph matches “journalists”.");
  expect(marks(await find("presupuesto"))).toEqual(["budget"]);
});

test("paragraphs that have all words count; some of them only where none has all", async () => {
  const all = await find("budget rights");
  expect(said(all)).toBe("1 paragraph matches “budget rights”.");
  const some = await find("budget complaints");
  expect(said(some)).toContain("2 paragraphs match “budget complaints”.");
  expect(some).toContain("None has all the words");
});

test("a quoted phrase is marked where it stands, not its words elsewhere", async () => {
  const html = await find('"in plain words"');
  expect(said(html)).toContain("1 paragraph matches");
  expect(marks(html)).toEqual(["in", "plain", "words"]);
});

test("matches lead to each other, and the first and the last to one only", async () => {
  const html = await find("rights");
  expect(html).toContain("Match 1 of 3");
  expect(html).toContain("Match 3 of 3");
  expect(anchorsOf(html)).toBe(4);
  for (const [, target] of html.matchAll(/href="#([\w-]+)" aria-label="(?:Previous|Next) match"/g)) {
    expect(html).toContain(`id="${target}"`);
  }
});

test("only the paragraphs that match are shown on demand, and all of them again", async () => {
  const only = await find("complaints", "&only=1");
  expect(only).toContain("archive of");
  expect(only).not.toContain("draft budget");
  expect(only).toContain('href="/documents/test-charter?find=complaints#find"');
  expect(await find("complaints")).toContain('href="/documents/test-charter?find=complaints&amp;only=1#find"');
});

test("the search is kept on the page of a paragraph, on to the next match and back", async () => {
  const html = await find("rights");
  const path = "/documents/test-charter/recommendation-1?find=rights";
  expect(html).toContain(`href="${path}"`);
  const page = await read(path);
  expect(page).toContain("<mark>rights</mark>");
  expect(page).toContain("Match 3 of 3");
  expect(page).toContain('href="/documents/test-charter/recital-b?find=rights" aria-label="Previous match"');
  expect(page).toContain('href="/documents/test-charter?find=rights#recommendation-1"');
});

test("text and search that look like markup are shown, not obeyed", async () => {
  const html = await find("city><img src=x onerror=alert(1)>");
  expect(html).not.toContain("<img src=x");
  expect(html).toContain("&lt;of any <mark>city</mark>&gt;");
});

test("where nothing matches, it says so and leads on", async () => {
  const html = await find("montevideo");
  expect(said(html)).toContain("Nothing in this document matches “montevideo”.");
  expect(html).toMatch(/href="\/search\?q=montevideo"[^>]*>Search the whole library<\/a>\s*(?:<!-- -->)?\(/);
  expect(html).toContain("draft budget");
  expect(marks(html)).toEqual([]);
});

test("a document that is known by our summaries is searched in them", async () => {
  const html = await read("/documents/hrgl-2023?find=budget&only=1");
  expect(marks(html).length).toBeGreaterThan(2);
  for (const [, target] of html.matchAll(/href="#([\w-]+)" aria-label="Next match"/g)) {
    expect(html).toContain(`id="${target}"`);
  }
});

test.each(["", "   ", "\u0007", "x y ".repeat(1500)])(
  "a strange search (%#) answers with the document",
  async (text) => {
    expect(await find(text)).toContain("draft budget");
  },
);

test("a search within a document is not for other search engines, and names the document as canonical", async () => {
  const html = await find("rights");
  expect(html).toContain('<meta name="robots" content="noindex, follow"/>');
  expect(html).toMatch(/rel="canonical" href="[^"?]*\/documents\/test-charter"/);
});
