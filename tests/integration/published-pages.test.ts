import { expect, test } from "vitest";
import { aPerson } from "../support/a-contribution";
import { addCity } from "../support/contribution-server";
import { describedAnswers } from "../support/described-answers";
import { type NetworkServer, startNetworkServer } from "../support/network-server";
import { aPublishable } from "../support/publishable";

const slug = "testville-a-canary-called-zephyrine";
const path = `/practices/${slug}`;

async function aPublishingNetwork() {
  const server = await startNetworkServer();
  const { db } = server.services;
  await addCity(db, "testville");
  await server.network("own");
  const author = await server.person("Ada Author", [{ in: "own" }]);
  const cleo = await server.person("Cleo", [{ in: "own", coordinator: true }]);
  const dora = await server.person("Dora", [{ in: "own", coordinator: true }]);
  await db.updateTable("person").set({ orcid: "0000-0002-1825-0097" }).where("id", "=", author.id).execute();
  const actor = { person: { id: author.id }, administrator: false, memberships: [], cities: [] };
  return { server, db, author, actor, cleo: cleo.browser, dora: dora.browser, reader: server.browser() };
}

const textOf = async (response: Promise<Response>) => (await response).text();

/** Whether a search for a rare word of it finds the practice by now. */
const isFound = async ({ origin }: NetworkServer) =>
  (await (await fetch(`${origin}/api/v1/search?q=zephyrine`)).json()).total === 1;

test("a practice is published, found, corrected in a second version, compared, archived, restored and withdrawn", {
  timeout: 120_000,
}, async () => {
  const { server, db, author, actor, cleo, dora, reader } = await aPublishingNetwork();
  const id = await aPublishable(db, [actor]);
  const own = `/contributions/${id}`;

  // Published by one of two coordinators, not by its author.
  expect((await author.browser.get(`${own}/publish`)).status).toBe(404);
  expect((await author.browser.submit(`${own}/publish`, { form: "publish", note: "" })).status).toBe(404);
  expect((await reader.get(path)).status).toBe(404);
  expect(await isFound(server)).toBe(false);
  expect(await textOf(cleo.get(`${own}/publish`))).toContain("Publish version");
  expect((await cleo.submit(`${own}/publish`, { form: "publish", note: "" })).status).toBe(302);
  const published = Date.now();
  while (!(await isFound(server))) expect(Date.now() - published, "not found in time").toBeLessThan(2_000);
  const late = await dora.submit(`${own}/publish`, { form: "publish", note: "Mine & only mine" });
  expect(late.status).toBe(409);
  const refusal = await late.text();
  expect(refusal).toContain("Somebody was faster");
  expect(refusal).toContain("by Cleo on");
  expect(refusal).toContain("Mine &amp; only mine");

  // Everything that was written is read, with its credit.
  const page = await textOf(reader.get(path));
  for (const told of ["A canary called Zephyrine", "Two mediators", "Disputes", "City of Testville", "yearbook"])
    expect(page).toContain(told);
  expect(page).toContain("Ada Author");
  expect(page).toContain("https://orcid.org/0000-0002-1825-0097");
  expect(page).toContain("Conceptualization");
  expect(page).toContain(`href="${path}/v1"`);
  expect(page).toContain('"author":[{"@type":"Person","name":"Ada Author"');
  expect(await textOf(reader.get("/practices"))).toContain("Zephyrine");
  expect((await reader.get(`${path}/v2`)).status).toBe(404);
  for (const wrong of ["v0", "v01", "1", "v1x", "v99999999"])
    expect((await reader.get(`${path}/${wrong}`)).status, wrong).toBe(404);

  // Its author begins the next version, once.
  const begun = await author.browser.submit(`${own}/revise`, { form: "revise" });
  const draft = /^\/contributions\/([\w-]+)\/edit$/.exec(begun.headers.get("Location") ?? "")?.[1] ?? "";
  const again = await author.browser.submit(`${own}/revise`, { form: "revise" });
  expect(again.headers.get("Location")).toBe(`/contributions/${draft}/edit`);
  const editor = await textOf(author.browser.get(`/contributions/${draft}/edit`));
  expect(editor).toContain("Two mediators *listen*.");
  expect((await cleo.get(`/contributions/${draft}`)).status, "a draft is for its authors").toBe(404);
  expect(await textOf(cleo.get(`${own}/revise`))).toContain("under way");
  await db
    .updateTable("contribution_field")
    .set({ value: "Fewer disputes, and *calmer* ones." })
    .where("contribution_id", "=", draft)
    .where("field", "=", "results")
    .execute();
  await db.updateTable("contribution").set({ status: "accepted" }).where("id", "=", draft).execute();
  const noNote = await cleo.submit(`/contributions/${draft}/publish`, { form: "publish", note: " " });
  expect(noNote.status).toBe(422);
  await cleo.submit(`/contributions/${draft}/publish`, { form: "publish", note: "Results of <2026>" });

  // The latest stands at the address, the first one stays at its own.
  const latest = await textOf(reader.get(path));
  expect(latest).toContain("<em>calmer</em>");
  expect(latest).toContain("Results of &lt;2026&gt;");
  const first = await textOf(reader.get(`${path}/v1`));
  expect(first).not.toContain("calmer");
  expect(first).toContain("There is a newer one.");
  expect(first).toContain(`<link rel="canonical" href="${server.origin}${path}"/>`);
  expect(first).toContain('content="noindex, follow"');
  expect(await textOf(reader.get(`${path}/v2`))).not.toContain("There is a newer one.");
  const compared = await textOf(reader.get(`${path}/compare?from=1&to=2`));
  expect(compared).toMatch(/<ins>.*and \*calmer\* ones.*<\/ins>/);
  expect(compared).not.toContain("Two mediators");
  expect(await textOf(reader.get(`${path}/compare?from=2&to=2`))).toContain("say the same");
  expect((await reader.get(`${path}/compare?from=1&to=9`)).status).toBe(404);
  expect((await reader.get(`${path}/compare?from=%27&to=1`)).status).toBe(404);
  const citation = await textOf(reader.get(`/cite/${slug}?format=csl&version=1`));
  expect(JSON.parse(citation)[0]).toMatchObject({ version: "1", URL: `${server.origin}${path}/v1` });
  expect(JSON.parse(await textOf(reader.get(`/cite/${slug}?format=csl`)))[0]).toMatchObject({
    version: "2",
    URL: server.origin + path,
    author: [{ literal: "Ada Author" }],
  });
  const answer = await (await reader.get(`/api/v1${path}`)).json();
  expect(answer).toMatchObject({
    version: { number: 2, change_note: "Results of <2026>", url: `${server.origin}${path}/v2` },
    versions: [{ number: 2 }, { number: 1 }],
    contributors: [{ name: "Ada Author", part: "author", orcid: "https://orcid.org/0000-0002-1825-0097" }],
  });

  // Archived: read, but not found. Restored: found.
  const next = `/contributions/${draft}/retire`;
  expect((await author.browser.get(next)).status).toBe(404);
  expect((await cleo.submit(next, { form: "archive", reason: " " })).status).toBe(422);
  await cleo.submit(next, { form: "archive", reason: "The office was closed." });
  expect(await isFound(server)).toBe(false);
  const archived = await reader.get(path);
  expect(archived.status).toBe(200);
  const archivedPage = await archived.text();
  expect(archivedPage).toContain("The office was closed.");
  expect(archivedPage).toContain("<em>calmer</em>");
  expect(archivedPage).toContain('content="noindex, follow"');
  expect(await textOf(reader.get("/practices"))).not.toContain("Zephyrine");
  expect((await reader.get(`/cite/${slug}`)).status, "what can be read can be cited").toBe(200);
  expect((await reader.get(`/api/v1${path}`)).status).toBe(404);
  await cleo.submit(next, { form: "restore" });
  expect(await isFound(server)).toBe(true);
  expect(await textOf(reader.get(path))).not.toContain("The office was closed.");

  // Withdrawn: its address says so, and nothing else of it is left for readers.
  const unsure = await cleo.submit(next, { form: "withdraw", reason: "It <never> happened." });
  expect(unsure.status).toBe(422);
  expect(await unsure.text()).toContain("It &lt;never&gt; happened.");
  await cleo.submit(next, { form: "withdraw", reason: "It <never> happened.", sure: "yes" });
  expect((await dora.submit(next, { form: "restore" })).status).toBe(409);
  for (const page of [path, `${path}/v1`, `${path}/v2`, `${path}/compare`, `/reviews/of/${slug}`]) {
    const gone = await reader.get(page);
    expect(gone.status, page).toBe(410);
    const told = await gone.text();
    expect(told).toContain("It &lt;never&gt; happened.");
    expect(told).toContain("Ada Author. (20");
    expect(told).not.toContain("mediators");
  }
  expect(await isFound(server)).toBe(false);
  for (const page of [
    "/practices",
    "/cities/testville",
    "/sitemap.xml",
    "/practices/feed.atom",
    "/search/feed.atom?q=zephyrine",
    "/practices/export.csv",
    "/api/v1/practices",
    "/search?q=zephyrine",
    `/search/suggest?q=zeph`,
  ])
    expect((await textOf(reader.get(page))).replaceAll(/q=zeph\w*|value="zeph\w*"/g, ""), page).not.toContain(slug);
  const gone = await reader.get(`/api/v1${path}`);
  expect([gone.status, gone.headers.get("content-type")]).toEqual([410, "application/problem+json; charset=utf-8"]);
  const problem = await gone.json();
  expect(problem).toMatchObject({
    status: 410,
    title: "Gone",
    detail: expect.stringContaining("It <never> happened."),
  });
  const description = await (await reader.get("/api/v1/openapi.json")).json();
  expect(description.paths["/api/v1/practices/{slug}"].get.responses).toHaveProperty("410");
  const { expectDescribed } = describedAnswers(description);
  expectDescribed("/api/v1/practices/{slug}", 410, problem);
  expect((await reader.get(`/api/v1/case-studies/${slug}`)).status, "it never was one").toBe(404);
  for (const query of ["", "?version=1"]) {
    const uncited = await reader.get(`/cite/${slug}${query}`);
    expect(uncited.status).toBe(410);
    expect(await uncited.text()).toContain("It <never> happened.");
  }
  const told = await db.selectFrom("notification").where("person_id", "=", author.id).select("kind").execute();
  expect(told.map(({ kind }) => kind)).toEqual([
    "contribution-published",
    "contribution-published",
    "contribution-archived",
    "contribution-withdrawn",
  ]);
});

test("a coordinator who corrects is named for it; a revision of what was withdrawn is not published", async () => {
  const { db, actor, cleo } = await aPublishingNetwork();
  const co = await aPerson(db, "co@city.example");
  const id = await aPublishable(db, [actor, co], { kind: "case-study" });
  await cleo.submit(`/contributions/${id}/publish`, { form: "publish", note: "" });
  const begun = await cleo.submit(`/contributions/${id}/revise`, { form: "revise" });
  const draft = /([\w-]{36})/.exec(begun.headers.get("Location") ?? "")?.[1] ?? "";
  const authors = await db
    .selectFrom("contribution_author")
    .innerJoin("person", "person.id", "contribution_author.person_id")
    .where("contribution_id", "=", draft)
    .orderBy("position")
    .select(["person.name", "roles"])
    .execute();
  expect(authors).toEqual([
    { name: "Ada Author", roles: '["conceptualization","investigation"]' },
    { name: "co", roles: "[]" },
    { name: "Cleo", roles: '["writing-review-editing"]' },
  ]);
  await cleo.submit(`/contributions/${id}/retire`, { form: "withdraw", reason: "No.", sure: "yes" });
  await db.updateTable("contribution").set({ status: "accepted" }).where("id", "=", draft).execute();
  const answer = await cleo.submit(`/contributions/${draft}/publish`, { form: "publish", note: "Mended." });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("replaced, archived or withdrawn");
  const { status } = await db
    .selectFrom("contribution")
    .where("id", "=", draft)
    .select("status")
    .executeTakeFirstOrThrow();
  expect(status).toBe("accepted");
});
