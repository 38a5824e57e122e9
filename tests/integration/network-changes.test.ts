import { expect, test } from "vitest";
import { type NetworkServer, startNetworkServer } from "../support/network-server";

const text = { form: "edit-network", name: "The own", acronym: "", summary: "About own.", language: "en", website: "" };

async function startWorld() {
  const server = await startNetworkServer();
  await server.network("whole");
  await server.network("own", { join_policy: "request" });
  await server.network("other");
  await server.city("own-city", ["own"]);
  const coordinator = await server.person("Cora", [
    { in: "own", coordinator: true },
    { in: "whole", coordinator: true },
  ]);
  const member = await server.person("Mo", [{ in: "own" }]);
  return { server, coordinator, member };
}

const eventsOf = async ({ services: { db } }: NetworkServer) =>
  (await db.selectFrom("audit_event").orderBy("number").selectAll().execute()).map((event) => ({
    action: event.action,
    actor: event.actor_id,
    subject: event.subject_id,
    details: JSON.parse(event.details) as Record<string, unknown>,
  }));

test("coordinators change what their network says of itself, and search follows", async () => {
  const { server, coordinator } = await startWorld();
  const form = { ...text, name: "Lighthouse Cities", summary: "Cities with a tower.", website: "https://own.example" };
  const saved = await coordinator.browser.submit("/networks/own/edit", { ...form, parent: "whole" });
  expect(saved.headers.get("location")).toBe("/networks/own/edit?done=policies");
  const page = await (await server.browser().get("/networks/own")).text();
  for (const shown of ["Lighthouse Cities", "Cities with a tower.", "https://own.example"])
    expect(page).toContain(shown);
  expect(await (await server.browser().get("/networks/whole")).text()).toContain('href="/networks/own"');
  const found = await (await server.browser().get("/api/v1/search?q=lighthouse")).json();
  expect(found).toMatchObject({ total: 1 });
  expect(await eventsOf(server)).toEqual([
    {
      action: "edit-network",
      actor: coordinator.id,
      subject: "own",
      details: { fields: "name summary website parent", "parent-before": null, "parent-after": "whole" },
    },
  ]);
});

test("a network is part of no part of its own, and of none whose coordinators have no say in it", async () => {
  const { server, coordinator } = await startWorld();
  const place = async (id: string, parent: string, name = `The ${id}`) =>
    (await coordinator.browser.submit(`/networks/${id}/edit`, { ...text, name, parent })).status;
  expect(await place("own", "own")).toBe(422);
  expect(await place("own", "other")).toBe(422);
  expect(await place("own", "there-is-none")).toBe(422);
  expect(await place("own", "whole")).toBe(302);
  expect(await place("whole", "own")).toBe(422);
  const parents = await server.services.db.selectFrom("network").select(["id", "parent_id"]).orderBy("id").execute();
  expect(parents).toEqual([
    { id: "other", parent_id: null },
    { id: "own", parent_id: "whole" },
    { id: "whole", parent_id: null },
  ]);
});

test("who changed policies, roles and members is kept, with what held before", async () => {
  const { server, coordinator, member } = await startWorld();
  const asking = await server.person("Ada", [{ in: "own", state: "requested" }]);
  const { browser } = coordinator;
  const policies = {
    form: "policies",
    joinPolicy: "open",
    reviewsNeeded: "3",
    publishesSnapshots: "",
    anonymity: "open",
  };
  await browser.submit("/networks/own/policies", policies);
  await browser.submit("/networks/own/policies", policies);
  await browser.submit(`/networks/own/members/${member.id}`, { form: "roles", roles: ["reviewer"] });
  await browser.submit(`/networks/own/members/${member.id}`, { form: "official", cities: ["own-city"] });
  await browser.submit("/networks/own/members", { form: "accept", person: asking.id });
  await browser.submit(`/networks/own/members/${asking.id}`, { form: "remove", sure: "yes" });
  await browser.submit("/networks/own/invitations", { form: "invite", emails: "new@city.example", roles: [] });
  const events = await eventsOf(server);
  expect(new Set(events.map(({ actor, subject }) => `${actor} ${subject}`))).toEqual(
    new Set([`${coordinator.id} own`]),
  );
  expect(events.map(({ action, details }) => [action, details])).toEqual([
    [
      "change-policies",
      {
        "joinPolicy-before": "request",
        "joinPolicy-after": "open",
        "reviewsNeeded-before": 2,
        "reviewsNeeded-after": 3,
      },
    ],
    [
      "change-roles",
      {
        person: member.id,
        "coordinator-before": false,
        "reviewer-before": false,
        "coordinator-after": false,
        "reviewer-after": true,
      },
    ],
    ["name-official", { person: member.id, before: "", after: "own-city" }],
    ["accept-member", { person: asking.id }],
    ["remove-member", { person: asking.id, coordinator: false, reviewer: false }],
    ["invite", { people: 1, coordinator: false, reviewer: false }],
  ]);
  expect(JSON.stringify(events)).not.toMatch(/new@city|Ada|Mo\b/);
});

test("my desk tells what waits for me and what is new in my networks, and helps whoever has neither", async () => {
  const { server, coordinator, member } = await startWorld();
  const { db, now } = server.services;
  const at = now().toISOString();
  await server.person("Noor Newcomer", [{ in: "own" }]);
  await server.person("Olga Otherwhere", [{ in: "other" }]);
  const call = {
    id: "call-1",
    network_id: "own",
    status: "published",
    language: "en",
    title: "Tell of your towers",
  } as const;
  await db
    .insertInto("call")
    .values({ ...call, text: "", created_at: at, updated_at: at, published_at: at })
    .execute();
  const told = { person_id: member.id, subject_kind: "contribution", subject_id: "x", created_at: at };
  const waiting = { ...told, kind: "changes-requested", details: JSON.stringify({ title: "Towers for all" }) };
  await db
    .insertInto("notification")
    .values({ ...waiting, waits: 1 })
    .execute();
  const news = {
    ...told,
    kind: "contribution-accepted",
    details: JSON.stringify({ title: "Only news" }),
    waits: 0 as const,
  };
  await db.insertInto("notification").values(news).execute();

  const desk = await (await member.browser.get("/desk")).text();
  for (const shown of ["Towers for all", "Tell of your towers", "Noor Newcomer", "Cora"]) expect(desk).toContain(shown);
  for (const hidden of ["Only news", "Olga Otherwhere"]) expect(desk).not.toContain(hidden);
  expect(await (await coordinator.browser.get("/desk")).text()).not.toContain("Towers for all");
  const alone = await (await (await server.person("Solo")).browser.get("/desk")).text();
  expect(alone).toContain("Nothing waits for you.");
  expect(alone).toContain('href="/networks"');
});

test("a session gets a new id when its owner's roles change; the old one works for a moment, then no more", async () => {
  const { server, coordinator, member } = await startWorld();
  const { browser } = member;
  const before = browser.cookies.get("polylogue") ?? "";
  await browser.get("/desk");
  expect(browser.cookies.get("polylogue"), "nothing has changed yet").toBe(before);
  await coordinator.browser.submit(`/networks/own/members/${member.id}`, { form: "roles", roles: ["reviewer"] });
  const late = server.browser();
  late.cookies.set("polylogue", before);

  expect((await browser.get("/desk")).status).toBe(200);
  const after = browser.cookies.get("polylogue") ?? "";
  expect(after).not.toBe(before);
  expect((await browser.get("/desk")).status).toBe(200);
  expect(browser.cookies.get("polylogue"), "once").toBe(after);
  expect((await late.get("/desk")).status, "a request that was on its way").toBe(200);
  expect(late.cookies.get("polylogue"), "is told no new id").toBe(before);
  server.wait(61_000);
  expect((await late.get("/desk")).status).toBe(302);
  expect((await browser.get("/desk")).status).toBe(200);
  const sessions = await server.services.db
    .selectFrom("session")
    .where("person_id", "=", member.id)
    .select("renew")
    .execute();
  expect(sessions).toEqual([{ renew: 0 }]);
});
