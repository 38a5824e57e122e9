import { expect, test } from "vitest";
import { startNetworkServer } from "../support/network-server";
import { goodPassword } from "../support/people-server";
import { linkIn } from "../support/read-mail";

const text = async (response: Promise<Response>) => (await response).text();

test("an official asks to join, a coordinator accepts and lets them speak for a city, and mails tell each of it", async () => {
  const server = await startNetworkServer();
  await server.network("rivers", { join_policy: "request" });
  await server.city("vienna", ["rivers"]);
  await server.city("graz");
  const coordinator = await server.person("Carla Chair", [{ in: "rivers", coordinator: true }]);
  const official = await server.person("Omar Office");

  expect(await text(official.browser.get("/networks/rivers"))).toContain("Ask to join");
  const asked = await official.browser.submit("/networks/rivers", { form: "join", note: "I work on housing." });
  expect([asked.status, asked.headers.get("Location")]).toEqual([302, "/networks/rivers"]);
  const toCoordinator = await server.lastMail();
  expect([toCoordinator.to, toCoordinator.subject]).toEqual([
    [coordinator.email],
    "Omar Office asks to join “The rivers”",
  ]);
  expect(await text(official.browser.get("/networks/rivers"))).toContain("You have asked to join");

  const waiting = await text(coordinator.browser.get(linkIn(toCoordinator)));
  expect(waiting).toContain("I work on housing.");
  expect(waiting).toContain(official.email);
  const accepted = await coordinator.browser.submit("/networks/rivers/members", {
    form: "accept",
    person: official.id,
  });
  expect(accepted.headers.get("Location")).toBe("/networks/rivers/members?done=accepted");
  expect((await server.lastMail()).subject).toBe("You are now a member of “The rivers”");
  const again = await coordinator.browser.submit("/networks/rivers/members", { form: "accept", person: official.id });
  expect(again.status, "a request is decided once").toBe(422);

  const member = `/networks/rivers/members/${official.id}`;
  const foreign = await coordinator.browser.submit(member, { form: "official", cities: ["graz"] });
  expect(foreign.status, "a city of another network").toBe(422);
  await coordinator.browser.submit(member, { form: "official", cities: ["vienna"] });
  expect((await server.lastMail()).subject).toBe("You may now speak for The vienna");
  expect(await text(coordinator.browser.get("/networks/rivers/members"))).toContain("Speaks for The vienna");
  const { decided_by } = await server.services.db
    .selectFrom("membership")
    .where("person_id", "=", official.id)
    .select("decided_by")
    .executeTakeFirstOrThrow();
  expect(decided_by).toBe(coordinator.id);

  await coordinator.browser.submit("/networks/rivers/cities", { form: "remove-city", city: "vienna" });
  const rights = await server.services.db.selectFrom("city_official").selectAll().execute();
  expect(rights, "nobody speaks for a city that left").toEqual([]);
});

test("who is invited accepts once, with the account of that address alone", async () => {
  const server = await startNetworkServer();
  await server.network("rivers");
  const coordinator = await server.person("Carla Chair", [{ in: "rivers", coordinator: true }]);
  const other = await server.person("Otto Other");
  const sent = await coordinator.browser.submit("/networks/rivers/invitations", {
    form: "invite",
    emails: "Rita@City.example",
    roles: ["reviewer"],
  });
  expect(sent.headers.get("Location")).toBe("/networks/rivers/invitations?done=invited");
  const mail = await server.lastMail();
  expect(mail.to).toEqual(["rita@city.example"]);
  const link = linkIn(mail);

  expect(await text(server.browser().get(link))).toContain("rita@city.example");
  expect(await text(other.browser.get(link))).toContain("you are signed in with otto.other@city.example");
  const { id } = await server.services.db.selectFrom("invitation").select("id").executeTakeFirstOrThrow();
  const taken = await other.browser.submit(link, { form: "accept-invitation", invitation: id });
  expect(taken.status).toBe(403);

  const rita = server.browser();
  const account = { name: "Rita Read", email: "rita@city.example", password: goodPassword };
  expect(await text(rita.get(link))).toContain('href="/register?to=%2Finvitations"');
  await rita.submit("/register?to=%2Finvitations", { form: "register", ...account });
  const confirmed = await rita.submit(linkIn(await server.lastMail()), { form: "confirm", password: goodPassword });
  expect(confirmed.headers.get("Location"), "back to where the invitation waits").toBe("/invitations");
  expect(await text(rita.get("/invitations"))).toContain("The rivers");
  expect(await text(rita.get(link))).toContain("The rivers");
  const accepted = await rita.submit(link, { form: "accept-invitation", invitation: id });
  expect(accepted.headers.get("Location")).toBe("/networks/rivers");
  const again = await rita.submit(link, { form: "accept-invitation", invitation: id });
  expect(again.status, "once").toBe(422);
  const roles = await server.services.db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .where("person.email", "=", "rita@city.example")
    .select(["state", "coordinator", "reviewer", "decided_by"])
    .execute();
  expect(roles).toEqual([{ state: "active", coordinator: 0, reviewer: 1, decided_by: coordinator.id }]);
});

test("a link that was withdrawn, sent anew or is older than 14 days leads nowhere", async () => {
  const server = await startNetworkServer();
  await server.network("rivers");
  const coordinator = await server.person("Carla Chair", [{ in: "rivers", coordinator: true }]);
  const page = "/networks/rivers/invitations";
  const expired = "This invitation does not work any more";
  const open = async () =>
    (
      await server.services.db
        .selectFrom("invitation")
        .where("withdrawn_at", "is", null)
        .select("id")
        .executeTakeFirstOrThrow()
    ).id;
  await coordinator.browser.submit(page, { form: "invite", emails: "rita@city.example" });
  const first = linkIn(await server.lastMail());
  await coordinator.browser.submit(page, { form: "resend", invitation: await open() });
  const second = linkIn(await server.lastMail());
  expect(await text(server.browser().get(first))).toContain(expired);
  expect(await text(server.browser().get(second))).not.toContain(expired);
  await coordinator.browser.submit(page, { form: "withdraw", invitation: await open() });
  expect(await text(server.browser().get(second))).toContain(expired);
  await coordinator.browser.submit(page, { form: "invite", emails: "rita@city.example" });
  const third = linkIn(await server.lastMail());
  server.wait(15 * 24 * 60 * 60 * 1000);
  expect(await text(server.browser().get(third))).toContain(expired);
});

test("a network keeps its last coordinator: they cannot leave, step back or be removed", async () => {
  const server = await startNetworkServer();
  await server.network("rivers");
  const carla = await server.person("Carla Chair", [{ in: "rivers", coordinator: true }]);
  const mara = await server.person("Mara Member", [{ in: "rivers" }]);
  const carlas = `/networks/rivers/members/${carla.id}`;
  const attempts = [
    await carla.browser.submit("/networks/rivers", { form: "leave", sure: "yes" }),
    await carla.browser.submit(carlas, { form: "roles" }),
    await carla.browser.submit(carlas, { form: "remove", sure: "yes" }),
  ];
  expect(attempts.map(({ status }) => status)).toEqual([422, 422, 422]);
  for (const attempt of attempts) expect(await attempt.text()).toContain("first make another member a coordinator");

  await carla.browser.submit(`/networks/rivers/members/${mara.id}`, { form: "roles", roles: ["coordinator"] });
  const left = await carla.browser.submit("/networks/rivers", { form: "leave", sure: "yes" });
  expect(left.headers.get("Location")).toBe("/networks/rivers");
  expect((await carla.browser.get("/networks/rivers/members")).status).toBe(403);
  expect((await mara.browser.get("/networks/rivers/members")).status).toBe(200);
});

test("an open network takes in at once, one by invitation does not let itself be asked", async () => {
  const server = await startNetworkServer();
  await server.network("open-one", { join_policy: "open" });
  await server.network("closed-one", { join_policy: "invitation" });
  const { browser, id } = await server.person("Nina New");
  await browser.submit("/networks/open-one", { form: "join" });
  expect((await browser.submit("/networks/closed-one", { form: "join" })).status).toBe(403);
  const memberships = await server.services.db
    .selectFrom("membership")
    .select(["network_id", "person_id", "state"])
    .execute();
  expect(memberships).toEqual([{ network_id: "open-one", person_id: id, state: "active" }]);
});

test("members who are not listed are seen by members alone", async () => {
  const server = await startNetworkServer();
  await server.network("rivers");
  await server.person("Lara Listed", [{ in: "rivers" }], { listed: true });
  const hidden = await server.person("Hanna Hidden", [{ in: "rivers" }]);
  const stranger = await text(server.browser().get("/networks/rivers"));
  expect(stranger).toContain("Lara Listed");
  expect(stranger).not.toContain("Hanna Hidden");
  expect(stranger).not.toContain("@city.example");
  expect(await text(hidden.browser.get("/networks/rivers"))).toContain("Hanna Hidden");
});

test("an administrator makes a part of a network and names its first coordinator", async () => {
  const server = await startNetworkServer();
  await server.network("rivers");
  const admin = await server.person("Anna Admin", [], { administrator: true });
  const made = await admin.browser.submit("/networks/new", {
    form: "new-network",
    name: "Rivers of the Àlps",
    acronym: "",
    summary: "Cities at rivers.",
    language: "en",
    website: "",
    parent: "rivers",
    coordinator: "first@city.example",
  });
  expect(made.headers.get("Location")).toBe("/networks/rivers-of-the-alps/invitations?done=created");
  expect(await text(server.browser().get("/networks/rivers"))).toContain("Rivers of the Àlps");
  expect(await text(server.browser().get("/networks/rivers-of-the-alps"))).toContain("The rivers");
  expect(await text(server.browser().get("/search?q=alps"))).toContain("Rivers of the");
  const link = linkIn(await server.lastMail());
  const first = await server.newPerson({ name: "Fia First", email: "first@city.example" });
  const page = await text(first.get(link));
  const id = /name="invitation" value="([^"]+)"/.exec(page)?.[1] ?? "";
  await first.submit(link, { form: "accept-invitation", invitation: id });
  expect((await first.get("/networks/rivers-of-the-alps/policies")).status).toBe(200);
});
