import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { listAuditEvents } from "~/domain/audit/audit-queries.server";
import { StartError } from "~/env.server";
import { createServices } from "~/services.server";
import { adminPages } from "~/ui/admin/admin-pages";
import { startNetworkServer } from "../support/network-server";
import { tempFolder } from "../support/temp";

async function startSite(dataDir = tempFolder()) {
  const server = await startNetworkServer({ dataDir, seeds: true });
  const { browser } = await server.person("administrator", [], { administrator: true });
  return { ...server, administrator: browser, thesaurus: join(dataDir, "thesaurus.yaml") };
}

type Site = Awaited<ReturnType<typeof startSite>>;
const post = (site: Site, fields: Record<string, string>) => site.administrator.submit("/admin/search", fields);
const read = async (site: Site) => (await site.administrator.get("/admin/search")).text();
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

const isKeptByNobody = (field: string | null) => field?.includes("no-store") ?? false;

describe("the door", () => {
  test("is open to administrators alone: others sign in, and to whoever is signed in there are no such pages", async () => {
    const site = await startSite();
    const { browser: member } = await site.person("member");
    for (const path of ["/admin", "/admin/search", "/admin/mail"]) {
      const asked = await site.browser().get(path);
      expect([asked.status, asked.headers.get("location")]).toEqual([302, `/sign-in?to=${encodeURIComponent(path)}`]);
      expect((await member.get(path)).status, path).toBe(404);
      const open = await site.administrator.get(path);
      expect(open.status, path).toBe(200);
      expect(isKeptByNobody(open.headers.get("cache-control"))).toBe(true);
      expect(open.headers.get("x-robots-tag")).toBe("noindex");
    }
    expect(await (await site.administrator.get("/")).text()).toContain('href="/admin"');
    expect(await (await member.get("/")).text()).not.toContain('href="/admin"');
  });

  test("changes nothing for another site's page, nor for anyone else", async () => {
    const site = await startSite();
    const { browser: member } = await site.person("member");
    const foreign = { Origin: "https://elsewhere.example" };
    expect((await site.administrator.submit("/admin/search", pair, foreign)).status).toBe(403);
    expect((await member.submit("/admin/search", pair)).status).toBe(404);
    expect((await site.browser().submit("/admin/search", pair)).status).toBe(302);
    expect(existsSync(site.thesaurus)).toBe(false);
  });

  test("names every page for administrators that it has", async () => {
    const site = await startSite();
    const html = await (await site.administrator.get("/admin")).text();
    for (const { path } of adminPages) {
      expect(html).toContain(`href="${path}"`);
      expect((await site.administrator.get(path)).status, path).toBe(200);
    }
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
      (await fetch(`${site.origin}/search/settled`, { method: "POST", body: new URLSearchParams(query), headers }))
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

const anyChange = { person: "", action: "change-thesaurus", subject: "", from: "", to: "" };

describe("synonyms", () => {
  test("one click adds one, which works at once, lasts, and can be undone", async () => {
    const folder = tempFolder();
    const site = await startSite(folder);
    expect(await found(site, "wohngeld")).toBe(0);
    await search(site, "wohngeld");
    const added = await post(site, pair);
    expect(added.status).toBe(303);
    expect(await found(site, "wohngeld")).toBeGreaterThan(0);
    const notice = await (await site.administrator.get(added.headers.get("location") ?? "")).text();
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
    const { lines } = await listAuditEvents(
      site.services.db,
      { filter: anyChange, readerId: "nobody" },
      { limit: 9, offset: 0 },
    );
    expect(lines.map(({ details }) => details)).toEqual([
      { intent: "remove", terms: "housing = wohngeld" },
      { intent: "add", terms: "housing = wohngeld" },
    ]);
    expect(lines[0]?.actorId).not.toBeNull();
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
    const { total } = await listAuditEvents(
      site.services.db,
      { filter: anyChange, readerId: "nobody" },
      { limit: 9, offset: 0 },
    );
    expect(total, "what was not done is not in the log").toBe(0);
    expect(await found(site, "housing")).toBeGreaterThan(0);
  });

  test("in a broken file keep the server from starting, with one line that names file and line", async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, "thesaurus.yaml"), "- en: [housing\n");
    await expect(startSite(folder)).rejects.toThrow(StartError);
    await expect(startSite(folder)).rejects.toThrow(/^The synonyms of this installation: .*thesaurus\.yaml:1 /);
  });
});
