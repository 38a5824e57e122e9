import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { beforeEach, describe, expect, test } from "vitest";
import { Secret, StartError } from "~/env.server";
import { createServices } from "~/services.server";
import { type RunningApp, startApp } from "../support/app-server";
import { tempFolder } from "../support/temp";

const root = join(import.meta.dirname, "..", "..");
const password = "correct horse battery";
const credentials = (given: string) => `Basic ${Buffer.from(`anyone:${given}`).toString("base64")}`;

async function startSite(adminPassword: Secret | null = new Secret(password), dataDir = tempFolder()) {
  const build = (await import(pathToFileURL(join(root, "build", "server", "index.js")).href)) as ServerBuild;
  const app = await startApp({
    pageHandler: createRequestHandler(build, "production"),
    env: { adminPassword, dataDir, seeds: true },
  });
  return { ...app, thesaurus: join(dataDir, "thesaurus.yaml") };
}

type Site = RunningApp & { thesaurus: string };
const ask = ({ origin }: Site, path: string, given?: string, init: RequestInit = {}) =>
  fetch(origin + path, {
    redirect: "manual",
    ...init,
    headers: { ...(given === undefined ? {} : { Authorization: credentials(given) }), ...init.headers },
  });
const post = (site: Site, fields: Record<string, string>, headers: Record<string, string> = { Origin: site.origin }) =>
  ask(site, "/admin/search", password, { method: "POST", body: new URLSearchParams(fields), headers });
const read = async (site: Site) => (await ask(site, "/admin/search", password)).text();
/** Opens the page of results, as a browser does: what `fetch` asks for does not count. */
const search = ({ port }: Site, text: string) =>
  new Promise<void>((resolve, reject) => {
    const path = `/search?${new URLSearchParams({ q: text })}`;
    get({ host: "127.0.0.1", port, path }, (answer) => answer.resume().once("end", resolve)).once("error", reject);
  });
const found = async (site: Site, text: string) => {
  const answer = await fetch(`${site.origin}/api/v1/search?${new URLSearchParams({ q: text })}`);
  return ((await answer.json()) as { total: number }).total;
};
const pair = { intent: "add", term: "wohngeld", termLanguage: "de", same: "housing", sameLanguage: "en" };

describe("the door", () => {
  test("without a password there are no such pages, and they say what to set", async () => {
    const site = await startSite(null);
    const answer = await ask(site, "/admin/search", password);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain("ADMIN_PASSWORD");
    expect((await post(site, pair)).status).toBe(404);
    expect(existsSync(site.thesaurus)).toBe(false);
  });

  test("asks for the password, and nothing is kept by caches or search engines", async () => {
    const site = await startSite();
    const closed = await ask(site, "/admin/search");
    expect(closed.status).toBe(401);
    expect(closed.headers.get("www-authenticate")).toMatch(/^Basic realm=/);
    expect(await closed.text()).not.toContain("Synonyms of this installation");
    const open = await ask(site, "/admin/search", password);
    expect(open.status).toBe(200);
    for (const answer of [closed, open]) {
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("x-robots-tag")).toBe("noindex");
    }
  });

  test.each(["wrong password", "", `${password} `, "correct horse"])("is closed to %j", async (given) => {
    const site = await startSite();
    expect((await ask(site, "/admin/search", given)).status).toBe(401);
  });

  test.each(["Bearer x", "Basic", "Basic ????", "Basic bm9jb2xvbg=="])("is closed to the header %s", async (header) => {
    const site = await startSite();
    expect((await ask(site, "/admin/search", undefined, { headers: { Authorization: header } })).status).toBe(401);
  });

  test("closes after ten wrong passwords, also to the right one, and logs none of them", async () => {
    const site = await startSite();
    for (let attempt = 0; attempt < 10; attempt++) {
      expect((await ask(site, "/admin/search", `guess number ${attempt}`)).status).toBe(401);
    }
    const closed = await ask(site, "/admin/search", password);
    expect(closed.status).toBe(429);
    expect(Number(closed.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(JSON.stringify(site.logged)).not.toMatch(/guess number|correct horse|Z3Vlc3Mg/);
  });

  test("changes nothing for another site's page, nor without the password", async () => {
    const site = await startSite();
    expect((await post(site, pair, { Origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await post(site, pair, { "Sec-Fetch-Site": "cross-site" })).status).toBe(403);
    const body = new URLSearchParams(pair);
    expect(
      (await ask(site, "/admin/search", "wrong password", { method: "POST", body, headers: { Origin: site.origin } }))
        .status,
    ).toBe(401);
    expect(existsSync(site.thesaurus)).toBe(false);
  });
});

describe("searches", () => {
  let site: Site;
  beforeEach(async () => {
    site = await startSite();
  });
  const rows = async () => {
    await site.services.searchCounts.write();
    return site.services.db.selectFrom("search_count").selectAll().orderBy("text").execute();
  };

  test("are counted by day and text, those without a result too; nothing else is written", async () => {
    for (const text of ["Budget", " budget ", "zzqxy", "ana@example.org", "+43 316 380 1234"]) await search(site, text);
    const day = new Date().toISOString().slice(0, 10);
    expect(await rows()).toEqual([
      { day, text: "budget", searches: 2, without_result: 0 },
      { day, text: "zzqxy", searches: 1, without_result: 1 },
    ]);
    await search(site, "budget");
    expect((await rows())[0]).toMatchObject({ searches: 3 });
  });

  test("whose results came while somebody typed are counted when the words were meant, without filters", async () => {
    const settled = async (query: string, headers: Record<string, string> = { Origin: site.origin }) =>
      (await ask(site, "/search/settled", undefined, { method: "POST", body: new URLSearchParams(query), headers }))
        .status;
    await fetch(`${site.origin}/search?q=budg`);
    expect(await settled("q=budget")).toBe(204);
    expect(await settled("q=zzqxy&sort=date")).toBe(204);
    expect(await settled("q=housing&region=africa")).toBe(204);
    expect(await settled("q=ana@example.org")).toBe(204);
    expect(await settled("q=elsewhere", { Origin: "https://elsewhere.example" })).toBe(403);
    expect((await rows()).map(({ text, searches, without_result }) => [text, searches, without_result])).toEqual([
      ["budget", 1, 0],
      ["zzqxy", 1, 1],
    ]);
  });

  test("are shown, those in vain with suggestions", async () => {
    await search(site, "zzqxy");
    await search(site, "wohngeld");
    const html = await read(site);
    expect(html).toContain("zzqxy</h3>");
    expect(html).toMatch(/name="term" value="wohngeld"/);
  });

  test("that are older than ninety days are gone with the next write", async () => {
    const old = { text: "old", searches: 1, without_result: 0 };
    const day = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    await site.services.db
      .insertInto("search_count")
      .values({ ...old, day: day(90) })
      .execute();
    await site.services.db
      .insertInto("search_count")
      .values({ ...old, day: day(89) })
      .execute();
    await search(site, "budget");
    expect((await rows()).map(({ day, text }) => [day, text])).toEqual([
      [day(0), "budget"],
      [day(89), "old"],
    ]);
  });

  test("with markup are shown as text", async () => {
    await search(site, "<zzqxy>");
    expect(await read(site)).toContain("&lt;zzqxy&gt;</h3>");
  });
});

describe("synonyms", () => {
  test("one click adds one, which works at once, lasts, and can be undone", async () => {
    const folder = tempFolder();
    const site = await startSite(new Secret(password), folder);
    expect(await found(site, "wohngeld")).toBe(0);
    await search(site, "wohngeld");
    const added = await post(site, pair);
    expect(added.status).toBe(303);
    expect(await found(site, "wohngeld")).toBeGreaterThan(0);
    const notice = await (await ask(site, added.headers.get("location") ?? "", password)).text();
    expect(notice).toContain("Added:");
    expect(notice).toContain("Undo");
    expect(notice).toMatch(/finds \d+ results now/);
    expect(readFileSync(site.thesaurus, "utf8")).toContain("wohngeld");

    const again = await createServices(site.services.env, { background: false });
    const query = { filters: {}, sort: "relevance", page: 1, perPage: 1, language: "en" } as const;
    expect((await again.search.search({ ...query, text: "wohngeld" })).total).toBeGreaterThan(0);
    await again.close();

    expect((await post(site, { intent: "remove", en: "housing", de: "wohngeld" })).status).toBe(303);
    expect(await found(site, "wohngeld")).toBe(0);
  });

  test("keep the comments and the order of a file that is edited by hand, and what is written there is taken over", async () => {
    const site = await startSite();
    writeFileSync(site.thesaurus, "# Ours\n- en: [housing]\n  de: [wohngeld] # since March\n");
    await read(site);
    expect(await found(site, "wohngeld")).toBeGreaterThan(0);
    await post(site, { ...pair, term: "miete", same: "rent" });
    const file = readFileSync(site.thesaurus, "utf8");
    expect(file).toMatch(/^# Ours\n[\s\S]*wohngeld[^\n]*# since March\n[\s\S]*miete/);
  });

  test.each([
    ["the same term twice", { ...pair, same: "Wohngeld" }],
    ["an empty one", { ...pair, same: " " }],
    ["a quotation mark", { ...pair, same: 'hous"ing' }],
    ["a line break", { ...pair, same: "hous\ning" }],
    ["more than 120 characters", { ...pair, same: "x".repeat(121) }],
    ["another language", { ...pair, sameLanguage: "xx" }],
    ["no intention", { ...pair, intent: "" }],
    ["nothing", {}],
  ])("with %s are refused, and what was typed is kept", async (_name, fields) => {
    const site = await startSite();
    const answer = await post(site, fields);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Nothing was changed");
    expect(existsSync(site.thesaurus)).toBe(false);
  });

  test.each(["- {a: 1}", "*x: [", "- en: [no]\n  fr: [non]\n- en: ['yes: no', '#x']", "- 'it''s'"])(
    "of any letters come back as they were: %s",
    async (term) => {
      const site = await startSite();
      const safe = term.replaceAll("\n", " ");
      expect((await post(site, { ...pair, term: safe })).status).toBe(303);
      expect((await site.services.ownThesaurus.look()).groups).toEqual([
        { en: ["housing"], fr: [], es: [], de: [safe] },
      ]);
    },
  );

  test("three clicks at once are all kept", async () => {
    const site = await startSite();
    await Promise.all(["eins", "zwei", "drei"].map((term) => post(site, { ...pair, term })));
    expect((await site.services.ownThesaurus.look()).groups[0]?.de.sort()).toEqual(["drei", "eins", "zwei"]);
  });

  test("in a broken file are named by file and line, and searches go on", async () => {
    const site = await startSite();
    writeFileSync(site.thesaurus, "- en: [housing]\n  de: [wohngeld]\n- xx: [nothing]\n");
    const html = await read(site);
    expect(html).toMatch(/thesaurus\.yaml:3 /);
    expect((await post(site, pair)).status).toBe(409);
    expect(readFileSync(site.thesaurus, "utf8")).toContain("nothing");
    expect(await found(site, "housing")).toBeGreaterThan(0);
  });

  test("in a broken file keep the server from starting, with one line that names file and line", async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, "thesaurus.yaml"), "- en: [housing\n");
    await expect(startSite(null, folder)).rejects.toThrow(StartError);
    await expect(startSite(null, folder)).rejects.toThrow(/^The synonyms of this installation: .*thesaurus\.yaml:1 /);
  });
});
