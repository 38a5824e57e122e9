import { expect, test } from "vitest";
import { createJobs } from "../../server/scheduler/jobs";
import { createScheduler } from "../../server/scheduler/scheduler";
import { startNetworkServer } from "../support/network-server";
import { addLibrary, publish } from "../support/telling-world";

const minute = 60_000;

test("who wants alerts at once is told in minutes of what their search finds anew, once, on the page and by mail", async () => {
  const server = await startNetworkServer();
  const { db, log, now, postman } = server.services;
  await addLibrary(server.services, now().toISOString());
  const ada = await server.person("Ada");
  const bo = await server.person("Bo");
  const pass = async (minutes: number) => {
    server.wait(minutes * minute);
    await server.services.syncIndex();
    const jobs = createJobs(server.services, server.origin);
    await createScheduler({ db, log, now, lock: server.services.lock("clock"), jobs }).runDue();
    await postman.deliver();
  };
  const form = await (await ada.browser.get("/searches/new?q=lantern")).text();
  expect(form).toContain('value="now"');
  const kept = { form: "search", name: "Lanterns", query: "q=lantern" };
  expect((await ada.browser.submit("/searches/new", { ...kept, alerts: "now" })).status).toBe(302);
  expect((await bo.browser.submit("/searches/new", { ...kept, alerts: "daily" })).status).toBe(302);
  const marks = () => db.selectFrom("saved_search").orderBy("person_id").select("told_until").execute();
  const before = await marks();
  await pass(1);
  await pass(5);
  expect(await marks(), "nothing is written while nothing is new").toEqual(before);

  const at = () => now().toISOString();
  await publish(server.services, { id: "one", title: "A lantern for each street", number: 1 }, at());
  await publish(server.services, { id: "two", title: "A bridge", number: 1 }, at());
  await pass(4);
  await pass(1);
  await pass(1);
  const told = (await ada.browser.get("/notifications")).text();
  expect(await told).toContain("A lantern for each street");
  expect(await told).toContain('href="/search?q=lantern"');
  expect(await told).not.toContain("A bridge");
  const alerts = () => db.selectFrom("notification").where("kind", "=", "search-alert").select("person_id").execute();
  expect(await alerts(), "the other one waits for the morning").toEqual([{ person_id: ada.id }]);
  const mails = server.mails.filter(({ to }) => to.includes(ada.email));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toContain("A lantern for each street");

  await publish(server.services, { id: "one", title: "A lantern for each street", number: 2 }, at());
  await pass(5);
  expect((await alerts()).length, "a new version is for who follows it").toBe(1);
});
