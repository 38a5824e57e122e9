import { expect, test } from "vitest";
import { missingFields } from "~/domain/contributions/completeness";
import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { addCity, addMember, fullForm, startDraft } from "../support/contribution-server";
import { startPeopleServer } from "../support/people-server";

const revisionsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/name="revision\.(\w+)" value="(\d+)"/g)].map(([, name, value]) => [`revision.${name}`, value]),
  );

async function save(browser: BrowserStandIn, path: string, fields: Record<string, string | string[]>) {
  const html = await (await browser.get(path)).text();
  const known = Object.fromEntries(
    Object.entries(revisionsOf(html)).filter(([name]) => name.slice("revision.".length) in fields),
  ) as Record<string, string>;
  return browser.submit(path, { form: "edit", ...known, ...fields });
}

test("a draft is begun, written, submitted and taken back; to others it does not exist", async () => {
  const server = await startPeopleServer();
  const ada = await server.newPerson();
  await addCity(server.services.db, "testville");
  await addMember(server.services.db, "ada@city.example", "test-network");
  const id = await startDraft(ada, { kind: "practice", title: "A canary called Zephyrine" });
  const path = `/contributions/${id}`;
  const early = await ada.submit(`${path}/submit`, { form: "submit", network: "test-network" });
  expect(early.status).toBe(422);
  const list = await early.text();
  expect(list).toContain(`${path}/edit#edit-pitch`);
  expect(list).toContain("<title>Error:");

  const saved = await save(ada, `${path}/edit`, fullForm);
  expect(saved.headers.get("Location")).toBe(`${path}/edit?saved`);
  expect(await (await ada.get(path)).text()).toContain("Two mediators");

  const other = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  for (const page of ["", "/edit", "/history", "/authors", "/fact-check", "/submit", "/delete", "/changes"]) {
    const answer = await other.get(path + page);
    expect(answer.status, page).toBe(404);
    expect(await answer.text()).not.toContain("Zephyrine");
    const posted = await other.submit(path + page, { form: "remove", position: "1", network: "test-network" });
    expect([404, 405], page).toContain(posted.status);
  }
  expect((await other.submit(`${path}/save`, { "revision.title": "1", title: "Mine" })).status).toBe(404);

  const read = ["/", "/practices", "/cities/testville", "/sitemap.xml", "/search?q=canary", "/search/suggest?q=canary"];
  for (const page of [...read, "/api/v1/practices", "/api/v1/search?q=canary"]) {
    const text = await (await other.get(page)).text();
    expect(text, page).not.toContain("Zephyrine");
    expect(text, page).not.toContain(id);
  }

  const done = await ada.submit(`${path}/submit`, { form: "submit", network: "test-network" });
  expect(done.headers.get("Location")).toBe(`${path}/submit`);
  expect((await ada.get(`${path}/edit`)).status, "what was submitted is not written on").toBe(404);
  expect((await save(ada, `${path}/edit`, fullForm)).status).toBe(404);
  await ada.submit(`${path}/submit`, { form: "withdraw" });
  expect((await ada.get(`${path}/edit`)).status).toBe(200);
  await ada.submit(`${path}/delete`, { form: "delete" });
  expect((await ada.get(path)).status).toBe(404);
  const left = await server.services.db.selectFrom("contribution_change").selectAll().execute();
  expect(left).toEqual([]);
});

test("a second click on the button begins no second draft; another title does, and nobody meets another's", async () => {
  const server = await startPeopleServer();
  const ada = await server.newPerson();
  const bo = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  const once = /name="once" value="([^"]+)"/.exec(await (await ada.get("/contributions/new")).text())?.[1] ?? "";
  expect(await (await ada.get("/contributions/new")).text(), "each page has its own").not.toContain(once);
  const begin = async (browser: BrowserStandIn, more = {}) => {
    const form = { form: "new", kind: "practice", title: "One", language: "en", once, ...more };
    return (await browser.submit("/contributions/new", form)).headers.get("Location") ?? "";
  };
  const [first, second] = await Promise.all([begin(ada), begin(ada)]);
  expect(first).toMatch(/^\/contributions\/[\w-]{36}\/edit$/);
  expect(second).toBe(first);
  const others = [await begin(ada, { title: "Two" }), await begin(ada, { once: "" }), await begin(bo)];
  expect(new Set([first, ...others]).size).toBe(4);
  expect((await bo.get(first)).status).toBe(404);
  const rows = await server.services.db.selectFrom("contribution").select("id").execute();
  expect(rows).toHaveLength(4);
});

test("fields that are wrong come back as they were typed, the others are saved", async () => {
  const server = await startPeopleServer();
  const ada = await server.newPerson();
  const id = await startDraft(ada, { kind: "case-study", title: "One" });
  const path = `/contributions/${id}/edit`;
  const html = await (await ada.get(path)).text();
  const form = new FormData();
  const wrong: Record<string, string> = {
    title: `${"x".repeat(200)}<b>&"'`,
    pitch: "turned \u202e round",
    city: "atlantis",
    started: "yesterday",
    stage: "<script>",
    situation_before: ">".repeat(2000),
    what_was_done: Array.from({ length: 5000 }, (_, depth) => `${" ".repeat(depth % 40)}- x`).join("\n"),
    results: "y".repeat(10_001),
    licence: "mine",
  };
  for (const [name, value] of Object.entries(revisionsOf(html))) form.set(name, value ?? "");
  for (const [name, value] of Object.entries(wrong)) form.set(name, value);
  form.set("themes", "no-such-theme");
  form.set("evidence.0.date", "32 May");
  form.set("evidence.0.indicator", "kept <i>too</i>");
  form.set("lead_body", "The office");
  form.set("language", "en");
  for (const name of ["status", "author_id", "id", "network_id", "revision", "role"]) form.set(name, "published");
  const begun = performance.now();
  const answer = await ada.submit(path, form);
  const text = await answer.text();
  expect(answer.status).toBe(422);
  expect(performance.now() - begun).toBeLessThan(2000);
  for (const name of [...Object.keys(wrong), "themes", "evidence"])
    expect(text, name).toContain(`href="#edit-${name}"`);
  const escaped = (value: string) =>
    value
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#x27;");
  for (const name of ["title", "pitch", "started", "situation_before", "what_was_done", "results"])
    expect(text, name).toContain(escaped(wrong[name] ?? ""));
  expect(text).toContain(escaped("kept <i>too</i>"));
  expect(text).not.toContain("<script>");
  const { db } = server.services;
  const stored = await db.selectFrom("contribution_field").select(["field", "value"]).orderBy("field").execute();
  expect(stored).toContainEqual({ field: "lead_body", value: "The office" });
  expect(stored).toContainEqual({ field: "title", value: "One" });
  const row = await db.selectFrom("contribution").selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ id, status: "draft", network_id: null, entry_id: null });
});

test("a form without a session loses no word, and is saved once the person is back", async () => {
  const server = await startPeopleServer();
  const ada = await server.newPerson();
  const id = await startDraft(ada, { kind: "practice", title: "One" });
  const path = `/contributions/${id}/edit`;
  const revisions = revisionsOf(await (await ada.get(path)).text());
  const nobody = server.browser();
  const typed = { form: "edit", ...revisions, title: "Two", results: 'A "long" <text>\nin lines' } as Record<
    string,
    string
  >;
  const ended = await nobody.submit(path, typed);
  const page = await ended.text();
  expect(ended.status).toBe(401);
  expect(page).toContain("A &quot;long&quot; &lt;text&gt;\nin lines");
  expect(page).toContain(`action="${path}"`);
  const point = { form: "answer", answer: "disputed", "point.results": "Not so, & why" };
  const dispute = await nobody.submit(`/contributions/${id}/fact-check`, point);
  expect([dispute.status, (await dispute.text()).includes("Not so, &amp; why")]).toEqual([401, true]);
  expect((await nobody.submit(`/contributions/${id}/save`, typed)).status).toBe(401);
  expect((await nobody.submit("/contributions/preview", { text: "x" })).status).toBe(401);
  expect((await nobody.get(`/contributions/${id}/changes`)).status).toBe(401);
  expect((await ada.submit(path, typed)).status).toBe(302);
  expect(await (await ada.get(path)).text()).toContain("A &quot;long&quot; &lt;text&gt;\nin lines");
});

test("two writers: a conflict shows both texts and keeps both; the box takes the other one", async () => {
  const server = await startPeopleServer();
  const ada = await server.newPerson();
  const bo = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  const id = await startDraft(ada, { kind: "case-study", title: "One" });
  const path = `/contributions/${id}/edit`;
  const added = await ada.submit(`/contributions/${id}/authors`, {
    form: "co-author",
    name: "Bo Testa",
    email: "BO@city.example",
    roles: ["validation", "software"],
  });
  expect(added.status).toBe(302);
  const before = revisionsOf(await (await ada.get(path)).text()) as Record<string, string>;
  await bo.submit(path, { form: "edit", ...before, title: "By Bo" });
  const both = await ada.submit(path, { form: "edit", ...before, title: "By Ada", pitch: "Ada's own" });
  const text = await both.text();
  expect(both.status).toBe(409);
  expect(text).toContain("By Bo");
  expect(text).toContain('value="By Ada"');
  const now = revisionsOf(text) as Record<string, string>;
  const taken = await ada.submit(path, {
    form: "edit",
    ...now,
    title: "By Ada",
    pitch: "Ada's own",
    "take.title": "1",
  });
  expect(taken.status).toBe(302);
  expect(await (await ada.get(path)).text()).toContain('value="By Bo"');
  const kept = await ada.submit(path, { form: "edit", ...now, title: "By Ada", pitch: "Ada's own" });
  expect(kept.status).toBe(302);
  const history = await (await ada.get(`/contributions/${id}/history`)).text();
  expect(history.replace(/<[^>]*>/g, "")).toContain("By ");
  expect(await (await ada.get(path)).text()).toContain('value="By Ada"');
});

test("the city's official, and nobody else, answers the fact check; disputed points reach the authors", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const ada = await server.newPerson();
  const bo = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  await addCity(db, "testville");
  await addMember(db, "bo@city.example", "test-network", "testville");
  const id = await startDraft(ada, { kind: "case-study", title: "One" });
  const path = `/contributions/${id}/fact-check`;
  await save(ada, `/contributions/${id}/edit`, { city: "testville", results: "It rained." });
  expect((await bo.get(path)).status, "not asked yet").toBe(404);
  expect((await ada.submit(path, { form: "ask" })).status).toBe(302);
  expect(await (await bo.get("/desk")).text()).toContain(path);
  expect((await ada.submit(path, { form: "answer", answer: "confirmed" })).status, "not one's own").toBe(403);
  expect((await bo.submit(path, { form: "answer", answer: "disputed" })).status).toBe(422);
  expect((await bo.submit(path, { form: "answer", answer: "nonsense" })).status).toBe(422);
  const long = await bo.submit(path, { form: "answer", answer: "disputed", "point.results": "z".repeat(2001) });
  expect([long.status, (await long.text()).includes("z".repeat(2001))]).toEqual([422, true]);
  await bo.submit(path, { form: "answer", answer: "disputed", "point.results": "It <b>snowed</b>." });
  expect(await (await ada.get(path)).text()).toContain("It &lt;b&gt;snowed&lt;/b&gt;.");
  expect((await bo.submit(path, { form: "answer", answer: "confirmed" })).status, "answered once").toBe(403);
});

test("a field gets back a value of its own, and of no other field", async () => {
  const server = await startPeopleServer();
  const ada = await server.newPerson();
  const id = await startDraft(ada, { kind: "practice", title: "One" });
  const path = `/contributions/${id}`;
  await save(ada, `${path}/edit`, { title: "Two" });
  const changes = await server.services.db.selectFrom("contribution_change").selectAll().orderBy("revision").execute();
  const of = (value: string) => String(changes.find((change) => change.value === value)?.revision);
  const wrong = await ada.submit(`${path}/history`, { field: "pitch", revision: of("One"), base: "0" });
  expect(wrong.status).toBe(403);
  const late = await ada.submit(`${path}/history`, { field: "title", revision: "0", base: of("One") });
  expect(late.status, "somebody has saved since").toBe(409);
  const undone = await ada.submit(`${path}/history`, { field: "title", revision: of("One"), base: of("Two") });
  expect(undone.status).toBe(302);
  expect(await (await ada.get(`${path}/edit`)).text()).toContain('value="One"');
});

test("the live preview is as safe as the page", async () => {
  const server = await startPeopleServer();
  const ada = await server.newPerson();
  const preview = async (text: string) => ada.submit("/contributions/preview", { text });
  const hostile =
    "**safe** [a](javascript:x) <img src=x onerror=x> <a href='data:text/html,x'>b</a>\n\n<script>x</script>";
  const { html } = (await (await preview(hostile)).json()) as { html: string };
  expect(html).toContain("<strong>safe</strong>");
  expect(html).not.toMatch(/script|onerror|<img|data:/);
  expect((await preview(">".repeat(2000))).status).toBe(422);
  expect((await preview("x".repeat(10_001))).status).toBe(422);
});

test("the template's least is what submitting asks for", () => {
  for (const kind of ["practice", "case-study"] as const) {
    const must = fieldsOf(kind).filter((name) => ruleOf(name).level === "must");
    expect(missingFields(kind, {})).toEqual(must);
    expect(missingFields(kind, Object.fromEntries(must.map((name) => [name, " \n"])))).toEqual(must);
  }
});
