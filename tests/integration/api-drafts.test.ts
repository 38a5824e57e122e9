import { expect, test } from "vitest";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { addCity, fullForm, startDraft } from "../support/contribution-server";
import { describedAnswers } from "../support/described-answers";
import { goodPassword, linkIn, type PeopleServer, startPeopleServer } from "../support/people-server";

async function makeToken(browser: BrowserStandIn, scopes = ["read-drafts", "write-drafts"], days = "30") {
  const form = { form: "create", name: "My <b>script</b>", scopes, days, current: goodPassword };
  const answer = await browser.submit("/account/tokens", form);
  const html = await answer.text();
  return /polylogue_[\w-]{43}/.exec(html)?.[0] ?? `${answer.status}: no token`;
}

const asker = (server: PeopleServer, token: string) => (method: string, path: string, body?: unknown, more?: object) =>
  fetch(`${server.origin}/api/v1/contributions${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", ...more },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });

test("a token is shown once, kept as a hash, told of by mail, and can be revoked", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const ada = await server.newPerson();
  const wrong = { form: "create", name: "x", scopes: ["read-drafts"], days: "30", current: "not it" };
  expect((await ada.submit("/account/tokens", wrong)).status).toBe(422);
  for (const more of [{ name: "" }, { scopes: [] }, { scopes: ["admin"] }, { days: "9999" }, { name: "a\u202eb" }]) {
    const form = { ...wrong, current: goodPassword, ...more };
    expect((await ada.submit("/account/tokens", form)).status, JSON.stringify(more)).toBe(422);
  }
  expect(await db.selectFrom("api_token").selectAll().execute()).toEqual([]);
  const token = await makeToken(ada, ["read-drafts"]);
  const rows = JSON.stringify(await db.selectFrom("api_token").selectAll().execute());
  expect(rows).not.toContain(token);
  expect(JSON.stringify(await db.selectFrom("audit_event").selectAll().execute())).not.toContain(token);
  const mail = await server.lastMail();
  expect(mail.to).toEqual(["ada@city.example"]);
  expect(mail.subject).toContain("token");
  expect(mail.text).not.toContain(token);
  const page = await (await ada.get("/account/tokens")).text();
  expect(page).not.toContain(token);
  expect(page).toContain("My &lt;b&gt;script&lt;/b&gt;");
  expect(page).toContain("Never used");

  const ask = asker(server, token);
  expect((await ask("GET", "")).status).toBe(200);
  const row = await db.selectFrom("api_token").selectAll().executeTakeFirstOrThrow();
  expect(row.last_used_at).not.toBeNull();
  const narrow = await ask("POST", "", { type: "practice", fields: { title: "One" } });
  expect([narrow.status, narrow.headers.get("www-authenticate")]).toEqual([
    403,
    expect.stringContaining("write-drafts"),
  ]);
  const bo = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  await bo.submit("/account/tokens", { form: "revoke", token: row.id });
  expect((await ask("GET", "")).status, "not Bo's to revoke").toBe(200);
  await ada.submit("/account/tokens", { form: "revoke", token: row.id });
  expect((await ask("GET", "")).status).toBe(401);
  const short = asker(server, await makeToken(ada));
  expect((await short("GET", "")).status).toBe(200);
  server.wait(31 * 24 * 3_600_000);
  expect((await short("GET", "")).status, "it has ended").toBe(401);
});

test("a new password ends tokens: always when it was forgotten, and unless they are kept when it is changed", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const ada = await server.newPerson();
  const bo = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  const change = { form: "change-password", current: goodPassword, password: goodPassword };
  expect(await (await ada.get("/account/security")).text(), "there is nothing to keep").not.toContain("keepTokens");
  const others = asker(server, await makeToken(bo));
  const ask = asker(server, await makeToken(ada));
  expect(await (await ada.get("/account/security")).text()).toContain('name="keepTokens"');
  const refused = await ada.submit("/account/security", { ...change, current: "not it", keepTokens: "yes" });
  expect(refused.status).toBe(422);
  expect(await refused.text(), "the choice is kept").toMatch(/name="keepTokens"[^>]*checked/);
  expect((await ada.submit("/account/security", { ...change, keepTokens: "yes" })).status).toBe(302);
  expect((await ask("GET", "")).status).toBe(200);
  expect((await ada.submit("/account/security", change)).status).toBe(302);
  expect((await ask("GET", "")).status).toBe(401);
  expect((await server.lastMail()).text).toContain("Your tokens for programs ended");

  const again = asker(server, await makeToken(ada));
  expect((await again("GET", "")).status).toBe(200);
  const fresh = server.browser();
  await fresh.submit("/password/forgotten", { form: "forgotten", email: "ada@city.example" });
  const reset = { form: "new-password", password: goodPassword, keepTokens: "yes" };
  expect((await fresh.submit(linkIn(await server.lastMail()), reset)).status).toBe(302);
  expect((await again("GET", "")).status, "nobody chose at the time").toBe(401);
  expect((await others("GET", "")).status, "Bo's").toBe(200);
  const events = await db.selectFrom("audit_event").where("action", "=", "revoke-token").selectAll().execute();
  expect(events).toHaveLength(2);
});

test("programs make, read and change drafts as their owner may, and no cookie counts", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const ada = await server.newPerson();
  await addCity(db, "testville");
  const ask = asker(server, await makeToken(ada));
  const description = await (await fetch(`${server.origin}/api/v1/openapi.json`)).json();
  const { expectDescribed } = describedAnswers(description);

  for (const method of ["GET", "POST"]) {
    const path = "/api/v1/contributions";
    const answer = method === "GET" ? await ada.get(path) : await ada.submit(path, { title: "Mine" });
    expect([answer.status, answer.headers.get("content-type")], method).toEqual([
      401,
      "application/problem+json; charset=utf-8",
    ]);
  }
  const fields = { ...fullForm, themes: ["housing"], evidence: [{ indicator: "Disputes", date: "2020" }] };
  const made = await ask("POST", "", { type: "practice", fields });
  const draft = await made.json();
  expect(made.status, JSON.stringify(draft)).toBe(201);
  expectDescribed("/api/v1/contributions/{id}", 200, draft);
  expect(made.headers.get("location")).toBe(draft.api_url);
  expect(made.headers.get("cache-control")).toBe("private, no-store");
  expect(draft.fields).toMatchObject({ title: fullForm.title, themes: ["housing"], licence: "CC-BY-4.0" });
  expect(draft.fields.evidence).toEqual([{ indicator: "Disputes", baseline: "", value: "", date: "2020", source: "" }]);
  expect(await (await ada.get(`/contributions/${draft.id}/edit`)).text()).toContain("Two mediators");
  const list = await (await ask("GET", "")).json();
  expectDescribed("/api/v1/contributions", 200, list);
  expect(list.items.map(({ id }: { id: string }) => id)).toEqual([draft.id]);

  const path = `/${draft.id}`;
  const changed = await (await ask("PATCH", path, { revision: draft.revision, fields: { pitch: "Two" } })).json();
  expect(changed.fields.pitch).toBe("Two");
  expect(changed.fields.title).toBe(fullForm.title);
  const late = await ask("PATCH", path, { revision: draft.revision, fields: { pitch: "Three", results: "Kept?" } });
  expect([late.status, (await late.json()).errors]).toEqual([
    409,
    [{ parameter: "fields.pitch", message: "was saved by someone meanwhile" }],
  ]);
  const after = await (await ask("GET", path)).json();
  expect([after.fields.pitch, after.fields.results]).toEqual(["Two", fullForm.results]);

  const bo = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  const other = asker(server, await makeToken(bo));
  expect((await other("GET", path)).status).toBe(404);
  expect((await other("PATCH", path, { revision: 99, fields: { title: "Bo's" } })).status).toBe(404);
  expect((await (await other("GET", "")).json()).total).toBe(0);
  await db.updateTable("contribution").set({ status: "submitted" }).where("id", "=", draft.id).execute();
  expect((await ask("PATCH", path, { revision: 99, fields: { title: "Late" } })).status).toBe(404);
});

test("what does not belong there is refused and named, and changes nothing", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const ada = await server.newPerson();
  await addCity(db, "testville");
  const id = await startDraft(ada, { kind: "practice", title: "One" });
  const ask = asker(server, await makeToken(ada));
  const read = async () =>
    JSON.stringify([
      await db.selectFrom("contribution").selectAll().execute(),
      await db.selectFrom("contribution_field").selectAll().execute(),
    ]);
  const before = await read();
  const title = "Two";
  const wrong: [status: number, body: unknown, parameter?: string][] = [
    [400, "{"],
    [422, []],
    [422, {}],
    [422, { type: "practice", fields: {} }, "fields.title"],
    [422, { type: "practice", fields: { title: " " } }, "fields.title"],
    [422, { type: "policy", fields: { title } }, "type"],
    [422, { type: "practice", fields: { title }, status: "published" }, "status"],
    [422, { type: "practice", fields: { title }, author_id: "x" }, "author_id"],
    [422, { type: "practice", fields: { title, role: "admin" } }, "fields.role"],
    [422, { type: "practice", fields: { title, method: "of research" } }, "fields.method"],
    [422, { type: "practice", fields: { title: { toString: "x" } } }, "fields.title"],
    [422, { type: "practice", fields: { title: "x".repeat(201) } }, "fields.title"],
    [422, { type: "practice", fields: { title, city: "atlantis" } }, "fields.city"],
    [422, { type: "practice", fields: { title, themes: "housing" } }, "fields.themes"],
    [422, { type: "practice", fields: { title, evidence: [{ date: "soon" }] } }, "fields.evidence.1.date"],
    [422, { type: "practice", fields: { title, evidence: [{ constructor: "x" }] } }, "fields.evidence.1.constructor"],
    [422, { type: "practice", fields: { title, results: ">".repeat(2000) } }, "fields.results"],
    [422, { type: "practice", fields: { title, __proto__x: "a" } }, "fields.__proto__x"],
  ];
  for (const [status, body, parameter] of wrong) {
    const answer = await ask("POST", "", body);
    const problem = await answer.json();
    expect([answer.status, problem.status], JSON.stringify(body).slice(0, 80)).toEqual([status, status]);
    if (parameter) expect(problem.errors.map((error: { parameter: string }) => error.parameter)).toContain(parameter);
  }
  for (const body of [
    { revision: -1, fields: {} },
    { fields: { title } },
    { revision: "1", fields: {} },
    { revision: 0 },
  ])
    expect((await ask("PATCH", `/${id}`, body)).status, JSON.stringify(body)).toBe(422);
  expect((await ask("PATCH", `/${id}`, { revision: 0, fields: { title } })).status, "older than it is").toBe(409);
  expect((await ask("PATCH", `/${id}`, { revision: 9999, fields: { title } })).status, "newer than it is").toBe(409);
  expect((await ask("POST", "", "title=One", { "Content-Type": "application/x-www-form-urlencoded" })).status).toBe(
    415,
  );
  expect(
    (await ask("POST", "", { type: "practice", fields: { title } }, { "Sec-Fetch-Site": "cross-site" })).status,
  ).toBe(403);
  for (const method of ["PUT", "DELETE", "PATCH"]) expect((await ask(method, "")).status, method).toBe(405);
  expect((await ask("POST", `/${id}`, {})).status).toBe(405);
  expect((await fetch(`${server.origin}/contributions/${id}/edit`, { method: "PATCH" })).status).toBe(405);
  expect((await ask("GET", "?page=2")).status).toBe(400);
  expect((await ask("GET", "/%00")).status).toBe(400);
  expect(await read()).toBe(before);
});

test("guessing tokens and asking too often is slowed down", async () => {
  const server = await startPeopleServer();
  const ada = await server.newPerson();
  const ask = asker(server, await makeToken(ada));
  const answers = await Promise.all(Array.from({ length: 130 }, () => ask("GET", "")));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(120);
  const late = answers.find(({ status }) => status === 429);
  expect(Number(late?.headers.get("retry-after"))).toBeGreaterThan(0);
  const guess = asker(server, "polylogue_guess");
  const guesses = [];
  for (let count = 0; count < 32; count++) guesses.push((await guess("GET", "")).status);
  expect(guesses.filter((status) => status === 401)).toHaveLength(30);
  expect(guesses.at(-1)).toBe(429);
});
