import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiServer, startApiServer } from "../support/api-server";

let site: ApiServer;
let empty: ApiServer;

beforeAll(async () => {
  site = await startApiServer();
  empty = await startApiServer({ empty: true });
});
afterAll(async () => {
  await site.close();
  await empty.close();
});

const page = async (path: string, headers: Record<string, string> = {}) => {
  const response = await site.get(path, { headers });
  return { response, html: await response.text() };
};
const text = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("versions of a document (the charter of tests/support/api-server.ts)", () => {
  test("a recommendation that moved is found at its new address", async () => {
    const { response } = await page("/documents/test-charter/recommendation-3");
    expect(response.status).toBe(301);
    expect(response.headers.get("location")).toBe("/documents/test-charter/recommendation-2");
  });

  test("the old version stays readable, with what the newer one left out", async () => {
    const { response, html } = await page("/documents/test-charter/versions/1");
    expect(response.status).toBe(200);
    expect(text(html)).toContain("Hold open hearings in every district");
    expect(text(html)).toContain("There is a newer one");
    expect(text((await page("/documents/test-charter")).html)).not.toContain("Hold open hearings");
  });

  test.each(["0", "3", "01", "-1", "1.5", "x", "99999999999999999999"])("there is no version %s", async (number) => {
    expect((await page(`/documents/test-charter/versions/${number}`)).response.status).toBe(404);
  });

  test("imported text is text: what looks like markup is shown, not obeyed", async () => {
    const { html } = await page("/documents/test-charter/recommendation-2");
    expect(html).toContain("&lt;of any city&gt;");
    expect(html).not.toContain("<of any city>");
  });
});

describe("a provision without text", () => {
  test("shows its summary and where to get the text", async () => {
    const { html } = await page("/documents/hrgl-2023/recommendation-8");
    expect(text(html)).toContain("The full text is not in this library yet.");
    expect(text(html)).toContain("In short");
  });

  test("leads in one click to practices, tools, reasons and the concordance", async () => {
    const { html } = await page("/documents/hrgl-2023/recommendation-8");
    for (const href of [
      "/practices/douala-participatory-budget",
      "/tools/human-rights-budgeting",
      "/documents/hrgl-2023/recital-a",
      "/documents/hrgl-2024/recommendation-8",
    ]) {
      expect(html).toContain(`href="${href}"`);
    }
  });
});

describe("a practice", () => {
  test("says what the sources do not tell, and nothing in its place", async () => {
    const { html } = await page("/practices/atlanta-private-housing-fund");
    expect(text(html)).toMatch(/What the sources do not tell .*Results not documented/);
  });

  test("names its source paragraph, its tools and similar practices", async () => {
    const { html } = await page("/practices/douala-participatory-budget");
    expect(html).toContain('href="/documents/uclg-ohchr-2019/paragraph-28"');
    expect(html).toContain('href="/tools/participatory-budgeting"');
    expect(html).toContain('href="/practices/ariana-participatory-budget"');
  });
});

describe("citations", () => {
  test.each([
    [
      "bibtex",
      "application/x-bibtex",
      /^@inbook\{[\s\S]+\turl = \{http:\/\/127[^}]+\/documents\/hrgl-2023\/recommendation-8\}/,
    ],
    [
      "ris",
      "application/x-research-info-systems",
      /^TY {2}- CHAP[\s\S]+UR {2}- http:\/\/127[^\n]+recommendation-8[\s\S]+ER {2}-/,
    ],
    ["csl", "application/vnd.citationstyles.csl+json", /"container-title": "Governing the city/],
    ["apa", "text/plain", /^Participants of the third .+ \(2023\)\. Recommendation 8\. In Governing the city/],
  ])("come as %s", async (format, type, content) => {
    const { response, html } = await page(`/cite/hrgl-2023/recommendation-8?format=${format}`);
    expect(response.headers.get("content-type")).toContain(type);
    expect(response.headers.get("content-disposition")).toMatch(
      /attachment; filename="hrgl-2023-recommendation-8\.\w+"/,
    );
    expect(html).toMatch(content);
  });

  test.each([
    ["/cite/hrgl-2023/recommendation-8?format=docx", 400],
    ["/cite/nothing", 404],
    ["/cite/vienna", 404],
  ])("%s is answered with %i", async (path, status) => {
    expect((await page(path)).response.status).toBe(status);
  });
});

test("RIS keeps long titles and addresses on one line, BibTeX the day out of the month", async () => {
  const ris = (await page("/cite/hrgl-2023/recommendation-8?format=ris")).html;
  expect(
    ris
      .trim()
      .split("\n")
      .every((line) => /^[A-Z][A-Z0-9] {2}- ?/.test(line)),
  ).toBe(true);
  expect((await page("/cite/hrgl-2023?format=bibtex")).html).toMatch(/^@\w+\{hrgl-2023,[\s\S]+month = \{2\}/);
});

describe("languages", () => {
  test("a choice is kept in a cookie and leaves the canonical address alone", async () => {
    const { response, html } = await page("/tools?lang=fr");
    expect(response.headers.get("set-cookie")).toContain("lang=fr");
    expect(html).toContain('<html lang="fr"');
    expect(html).toMatch(/rel="canonical" href="http:\/\/[^"?]+\/tools"/);
    expect(html).toMatch(/hrefLang="es" href="[^"]+\/tools\?lang=es"/);
  });

  test("the language of the content is told where it is not the page's", async () => {
    const { html } = await page("/tools/human-rights-budgeting", { cookie: "lang=es" });
    expect(html).toContain('<html lang="es"');
    expect(html).toMatch(/<h1 lang="en">/);
  });
});

describe("what programs look for", () => {
  test("the sitemap names every published entry", async () => {
    const { html } = await page("/sitemap.xml");
    expect(html).toContain("/documents/hrgl-2024/recital-jj</loc>");
    expect(html).toContain("/cities/montevideo</loc>");
    expect(html.match(/<url>/g)?.length).toBeGreaterThan(380);
  });

  test("robots.txt leads to it, and opensearch.xml to the search", async () => {
    expect((await page("/robots.txt")).html).toMatch(/Sitemap: http:\/\/\S+\/sitemap\.xml/);
    expect((await page("/opensearch.xml")).html).toMatch(/template="http:\/\/\S+\/search\?q=\{searchTerms\}"/);
  });

  test("JSON-LD cannot end its own script", async () => {
    const { html } = await page(`/search?q=${encodeURIComponent("</script><script>alert(1)</script>")}`);
    expect(html).not.toContain("<script>alert(1)");
  });

  test("suggestions are JSON, in the reader's language", async () => {
    const response = await site.get("/search/suggest?q=partic", { headers: { "accept-language": "fr" } });
    const { suggestions } = await response.json();
    expect(suggestions).toContainEqual({
      title: "Participatory budgeting",
      kind: "Outil",
      url: "/tools/participatory-budgeting",
    });
  });
});

describe("pages that are read", () => {
  const paths = [
    "/",
    "/recommendations",
    "/documents/hrgl-2022",
    "/practices",
    "/case-studies",
    "/cities",
    "/networks",
  ];

  test.each(paths)("%s carries one script and no state for it", async (path) => {
    const { html } = await page(path);
    const scripts = [...html.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toHaveLength(1);
    expect(scripts[0]).toMatch(/type="module" src="\/assets\/entry\.client-[\w-]+\.js"/);
  });
});

test.each([
  ["/recommendations", "No recommendation yet."],
  ["/practices", "No practice yet."],
  ["/case-studies", "No case study yet."],
  ["/tools", "No tool yet."],
  ["/cities", "No city yet."],
  ["/networks", "None yet."],
  ["/documents", "No document yet."],
  ["/search?q=housing", "Nothing found for"],
  ["/", "How cities govern"],
])("an empty library says so on %s", async (path, words) => {
  const response = await empty.get(path);
  expect(response.status).toBe(200);
  expect(text(await response.text())).toContain(words);
});

test.each([
  "/documents/nothing",
  "/documents/hrgl-2023/recommendation-99",
  "/practices/douala",
  "/case-studies/x",
  "/tools/x",
  "/cities/atlantis",
  "/networks/ohchr",
  "/organisations/iccar",
  "/nowhere/at/all",
  "/documents/hrgl-2023/__proto__",
])("%s is a 404 page with a search", async (path) => {
  const { response, html } = await page(path);
  expect(response.status).toBe(404);
  expect(html).toContain('action="/search"');
  expect(html).toContain("<title>This page does not exist");
});
