import { expect, test } from "vitest";
import { startNetworkServer } from "../support/network-server";

const idOf = (answer: Response): string => /^\/calls\/([\w-]+)$/.exec(answer.headers.get("Location") ?? "")?.[1] ?? "";

test("an empty cell becomes a call with one click, and is public and told to the members with a second", async () => {
  const server = await startNetworkServer({ seeds: true });
  const { db } = server.services;
  await server.network("own");
  const coordinator = await server.person("Coordinator", [{ in: "own", coordinator: true }]);
  const member = await server.person("Member", [{ in: "own" }]);
  const stranger = await server.person("Stranger");

  const map = await (await coordinator.browser.get("/coverage?recommendation=hrgl-2023/recommendation-8")).text();
  const [, value = ""] = /name="cell" value="([^"]+ [^"]+)"/.exec(map) ?? [];
  expect(value).toContain("hrgl-2023/recommendation-8 ");
  expect(await (await member.browser.get("/coverage")).text()).not.toContain('name="cell"');

  const drafted = await coordinator.browser.submit("/calls/new", {
    form: "cell",
    by: "tool",
    network: "",
    cell: value,
  });
  const id = idOf(drafted);
  expect(id).not.toBe("");
  expect((await member.browser.get(`/calls/${id}`)).status).toBe(404);
  expect(await (await server.browser().get("/calls")).text()).not.toContain(id);

  expect((await coordinator.browser.submit(`/calls/${id}`, { form: "publish" })).status).toBe(302);
  expect((await coordinator.browser.submit(`/calls/${id}`, { form: "publish" })).status).toBe(409);
  expect((await server.browser().get(`/calls/${id}`)).status).toBe(200);
  const told = await db.selectFrom("notification").where("kind", "=", "call-published").selectAll().execute();
  expect(told.map((row) => [row.person_id, row.subject_id])).toEqual([[member.id, id]]);

  // The same cell again leads to the same call; another one is drafted and published by a single click where that is ticked.
  const cells = [...map.matchAll(/name="cell" value="([^"]+ [^"]+)"/g)].map(([, cell = ""]) => cell);
  expect(map).toContain('type="checkbox" name="publish" value="yes"');
  const press = async (cell: string, more: Record<string, string> = {}) =>
    idOf(await coordinator.browser.submit("/calls/new", { form: "cell", by: "tool", network: "", cell, ...more }));
  expect(await press(value, { publish: "yes" })).toBe(id);
  const other = await press(cells[1] ?? "", { publish: "yes" });
  expect(other).not.toBe(id);
  expect((await server.browser().get(`/calls/${other}`)).status).toBe(200);
  expect(await press(cells[1] ?? "", { publish: "yes" }), "pressed twice").toBe(other);
  const calls = await db.selectFrom("notification").where("kind", "=", "call-published").select("subject_id").execute();
  expect(calls.map((row) => row.subject_id)).toEqual([id, other]);

  const begun = await stranger.browser.submit("/contributions/new", {
    ...{ form: "new", kind: "practice", title: "Our answer", language: "en", call: id },
  });
  const [, contribution = ""] = /^\/contributions\/([\w-]+)\/edit$/.exec(begun.headers.get("Location") ?? "") ?? [];
  const links = await db
    .selectFrom("contribution_link")
    .where("contribution_id", "=", contribution)
    .orderBy("type")
    .select(["to_id", "type", "evidence"])
    .execute();
  const [recommendation, tool] = value.split(" ");
  expect(links).toEqual([
    { to_id: recommendation, type: "implements", evidence: "claimed" },
    { to_id: tool, type: "uses", evidence: "claimed" },
  ]);
  expect(await (await stranger.browser.get(`/contributions/${contribution}`)).text()).toContain(`/calls/${id}`);

  expect((await coordinator.browser.submit(`/calls/${id}`, { form: "close" })).status).toBe(302);
  expect(await (await server.browser().get(`/calls/${id}`)).text()).not.toContain("/contributions/new?call=");
  const late = await stranger.browser.submit("/contributions/new", {
    ...{ form: "new", kind: "practice", title: "Too late", language: "en", call: id },
  });
  expect(late.status).toBe(302);
  expect((await db.selectFrom("call_answer").selectAll().execute()).length).toBe(1);
});

test("a call that names what is not there, or speaks for a network of others, is refused with all that was typed", async () => {
  const server = await startNetworkServer();
  await server.network("own");
  await server.network("other");
  const { browser } = await server.person("Coordinator", [{ in: "own", coordinator: true }]);
  const call = { form: "call", title: "Who does it?", text: "We look for it.", language: "en", network: "own" };
  const wrongs: Record<string, string>[] = [
    { tool: "no-tool" },
    { recommendation: "hrgl-2023/recommendation-999" },
    { region: "atlantis" },
    { theme: "none" },
    { deadline: "2026-02-31" },
    { text: `${">".repeat(30)} x` },
  ];
  for (const wrong of wrongs) {
    const answer = await browser.submit("/calls/new", { ...call, ...wrong });
    expect(answer.status, JSON.stringify(wrong)).toBe(422);
    const page = await answer.text();
    expect(page).toContain("Who does it?");
    expect(page).toContain("<title>Error:");
  }
  expect((await browser.submit("/calls/new", { ...call, network: "other" })).status).toBe(403);
  expect((await browser.submit("/calls/new", { ...call, network: "" })).status).toBe(403);
  expect((await server.services.db.selectFrom("call").selectAll().execute()).length).toBe(0);
});
