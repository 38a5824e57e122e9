import { expect, test } from "vitest";
import { tell } from "~/domain/notifications/tell.server";
import { createJobs } from "../../server/scheduler/jobs";
import { createScheduler } from "../../server/scheduler/scheduler";
import type { Received } from "../support/mail-server";
import { type NetworkServer, startNetworkServer } from "../support/network-server";

const headerOf = ({ raw }: Received, name: string): string[] =>
  (raw.split(/\r?\n\r?\n/, 1)[0] ?? "")
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim());

/** Lets the server's clock do what is due, and the postman deliver it. */
async function runClock({ services, origin }: NetworkServer): Promise<void> {
  const { db, log, now } = services;
  await createScheduler({ db, log, now, lock: services.lock("clock"), jobs: createJobs(services, origin) }).runDue();
  await services.postman.deliver();
}

const news = (title: string, waits = false) =>
  ({
    kind: waits ? "fact-check-asked" : "contribution-accepted",
    subject: { kind: "contribution", id: "c1" },
    details: { title },
    waits,
  }) as const;

test("what is told stands on the page and in the head of every page, until it is read", async () => {
  const server = await startNetworkServer();
  const { db, now } = server.services;
  const ada = await server.person("Ada");
  const other = await server.person("Bo");
  expect(await (await ada.browser.get("/notifications")).text()).toContain("Nothing yet.");
  await tell(db, [ada.id], news("<b>One</b>"), now());
  await tell(db, [ada.id], news("Two", true), now());
  const about = await (await ada.browser.get("/about")).text();
  expect(about).toContain('aria-label="2 unread notifications"');
  expect(await (await other.browser.get("/about")).text()).toContain('aria-label="Notifications"');
  expect(await (await server.browser().get("/about")).text()).not.toContain("/notifications");

  const page = await (await ada.browser.get("/notifications")).text();
  expect(page).toContain("“&lt;b&gt;One&lt;/b&gt;” was accepted.");
  expect(page).toContain('href="/contributions/c1"');
  const [first, second] = await db.selectFrom("notification").select("id").orderBy("id").execute();
  await other.browser.submit("/notifications", { form: "read", id: String(first?.id) });
  expect(await (await ada.browser.get("/about")).text(), "nobody reads for another").toContain("2 unread");
  await ada.browser.submit("/notifications", { form: "read", id: String(first?.id) });
  const unread = await (await ada.browser.get("/notifications?unread")).text();
  expect(unread).not.toContain("One");
  expect(unread).toContain("Two");
  await tell(db, [ada.id], news("Three"), now());
  await ada.browser.submit("/notifications", { form: "read-all", last: String(second?.id) });
  expect(await (await ada.browser.get("/notifications?unread")).text(), "only what was seen").toContain("Three");
  expect((await ada.browser.submit("/notifications", { form: "read", id: "x" })).status).toBe(422);
});

test("one POST without a session ends the mails, a GET changes nothing, and no title splits a head", async () => {
  const server = await startNetworkServer();
  const { db, now } = server.services;
  const ada = await server.person("Ada");
  await tell(db, [ada.id], news("Evil\r\nBcc: all@city.example\r\n\r\nText \u202e\u2028x"), now());
  await runClock(server);
  await runClock(server);
  expect(server.mails).toHaveLength(1);
  const [mail] = server.mails;
  if (!mail) throw new Error("No mail came.");
  expect(headerOf(mail, "Bcc")).toEqual([]);
  expect(mail.to).toEqual([ada.email]);
  expect(mail.subject).toBe("“Evil Bcc: all@city.example Text x” was accepted");
  expect(headerOf(mail, "List-Unsubscribe-Post")).toEqual(["List-Unsubscribe=One-Click"]);
  const address = /^<(.*)>$/.exec(headerOf(mail, "List-Unsubscribe")[0] ?? "")?.[1] ?? "";
  expect(address).toContain(`${server.origin}/unsubscribe?token=`);
  expect(mail.text, "the same stands in the text").toContain(address);

  const choice = () => db.selectFrom("mail_choice").select("choice").execute();
  expect((await fetch(address)).status).toBe(200);
  expect(await choice()).toEqual([]);
  const send = (to: string, body: Record<string, string>) =>
    fetch(to, { method: "POST", body: new URLSearchParams(body), redirect: "manual" });
  expect((await send(address, { other: "x" })).status).toBe(400);
  for (const answer of [
    await send(`${server.origin}/unsubscribe?token=unknown`, oneClick),
    await fetch(`${server.origin}/unsubscribe?token=unknown`),
  ])
    expect([answer.status, (await answer.text()).includes('href="/account/notifications"')]).toEqual([410, true]);
  expect(await choice()).toEqual([]);
  expect((await send(address, oneClick)).status).toBe(200);
  expect(await choice()).toEqual([{ choice: "none" }]);
  expect((await send(`${server.origin}/notifications`, { form: "read", id: "1" })).status, "only there").toBe(403);
  const [sent] = await db.selectFrom("mail").select(["text", "unsubscribe_url"]).execute();
  expect(sent, "its key is not kept").toEqual({ text: "", unsubscribe_url: null });
  expect(JSON.stringify(server.logged)).not.toContain(address.split("=")[1]);

  await tell(db, [ada.id], news("Later"), now());
  await runClock(server);
  await ada.browser.submit("/account/notifications", { form: "mails", choice: "all" });
  server.wait(120_000);
  await runClock(server);
  expect(server.mails, "what was told meanwhile does not come afterwards").toHaveLength(1);
  expect((await ada.browser.submit("/account/notifications", { form: "mails", choice: "hourly" })).status).toBe(422);
});

const oneClick = { "List-Unsubscribe": "One-Click" };

test("everything that is published can be followed from its page, and left again", async () => {
  const server = await startNetworkServer({ seeds: true });
  const ada = await server.person("Ada");
  const pages = {
    "/cities/vienna": ["city", "vienna"],
    "/tools/participatory-budgeting": ["tool", "participatory-budgeting"],
    "/documents/hrgl-2023": ["document", "hrgl-2023"],
    "/documents/hrgl-2023/recommendation-8": ["provision", "hrgl-2023/recommendation-8"],
    "/practices/douala-participatory-budget": ["practice", "douala-participatory-budget"],
    "/case-studies/vienna-from-an-idea-to-an-office": ["case-study", "vienna-from-an-idea-to-an-office"],
    "/networks/iccar": ["network", "iccar"],
  };
  for (const [path, [kind = "", id = ""]] of Object.entries(pages)) {
    const anyone = await (await server.browser().get(path)).text();
    expect(anyone, path).toContain(`href="/sign-in?to=${encodeURIComponent(path)}"`);
    expect(await (await ada.browser.get(path)).text(), path).toContain('name="form" value="follow"');
    const answer = await ada.browser.submit("/following", { form: "follow", kind, id, back: "yes" });
    expect([answer.status, answer.headers.get("Location")], path).toEqual([302, path]);
    expect(await (await ada.browser.get(path)).text(), path).toContain("You follow this.");
  }
  // A theme has no page of its own: its search leads to where it is followed.
  const ofTheme = await (await server.browser().get("/search?theme=housing&lang=en")).text();
  expect(ofTheme).toContain('href="/following?theme=housing#add"');
  const several = await (await server.browser().get("/search?theme=housing&theme=budgeting")).text();
  expect(several).not.toContain("/following?theme");
  const choosing = await (await ada.browser.get("/following?theme=housing")).text();
  expect(choosing).toMatch(/<option value="housing" selected="">/);
  await ada.browser.submit("/following", { form: "follow", kind: "theme", id: "housing" });
  const list = await (await ada.browser.get("/following")).text();
  for (const path of Object.keys(pages)) expect(list).toContain(`href="${path}"`);
  expect(list).toContain('href="/search?theme=housing"');
  await ada.browser.submit("/following", { form: "unfollow", kind: "city", id: "vienna" });
  expect(await (await ada.browser.get("/following")).text()).not.toContain('href="/cities/vienna"');
  for (const [kind, id] of [
    ["city", "atlantis"],
    ["city", "participatory-budgeting"],
    ["theme", "none"],
  ] as const)
    expect((await ada.browser.submit("/following", { form: "follow", kind, id })).status, id).toBe(422);
  expect((await ada.browser.submit("/following", { form: "follow", kind: "person", id: "x" })).status).toBe(422);
  expect(await (await ada.browser.get("/cities/atlantis")).text()).not.toContain(`action="/following"`);
});

test("a search is kept, renamed, given alerts and deleted, by whose it is alone", async () => {
  const server = await startNetworkServer({ seeds: true });
  const ada = await server.person("Ada");
  const other = await server.person("Bo");
  const asked = "/search?q=budget&region=africa&page=2&view=table";
  const found = await (await ada.browser.get(asked)).text();
  expect(found).toContain('href="/searches/new?q=budget&amp;region=africa"');
  expect(found).toContain('href="/search/feed.atom?q=budget&amp;region=africa&amp;lang=en"');
  const form = await (await ada.browser.get("/searches/new?q=budget&region=africa")).text();
  expect(form).toContain('value="budget, africa"');
  const query = "q=budget&region=africa&page=3&person_id=x";
  await ada.browser.submit("/searches/new", { form: "search", name: "<i>Money</i>", alerts: "daily", query });
  const { db } = server.services;
  const saved = await db.selectFrom("saved_search").selectAll().executeTakeFirstOrThrow();
  expect(saved).toMatchObject({ person_id: ada.id, query: "q=budget&region=africa", alerts: "daily" });
  const list = await (await ada.browser.get("/searches")).text();
  expect(list).toContain("&lt;i&gt;Money&lt;/i&gt;");
  expect(list).toContain('href="/search?q=budget&amp;region=africa"');

  expect((await other.browser.get(`/searches/${saved.id}`)).status).toBe(404);
  const change = { form: "search", name: "Mine", alerts: "off" };
  expect((await other.browser.submit(`/searches/${saved.id}`, change)).status).toBe(404);
  expect((await other.browser.submit(`/searches/${saved.id}`, { form: "delete" })).status).toBe(404);
  expect(await db.selectFrom("saved_search").select("name").execute()).toEqual([{ name: "<i>Money</i>" }]);
  const wrong = await ada.browser.submit(`/searches/${saved.id}`, { ...change, name: "" });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain("<title>Error: ");
  await ada.browser.submit(`/searches/${saved.id}`, change);
  expect(await db.selectFrom("saved_search").select(["name", "alerts"]).execute()).toEqual([
    { name: "Mine", alerts: "off" },
  ]);
  expect(await (await ada.browser.get("/searches")).text(), "a link, which asks").toContain(
    `href="/searches/${saved.id}#delete"`,
  );
  expect(await (await ada.browser.get(`/searches/${saved.id}`)).text()).toContain("This cannot be undone.");
  await ada.browser.submit(`/searches/${saved.id}`, { form: "delete" });
  expect(await (await ada.browser.get("/searches")).text()).toContain("None yet.");
  for (let kept = 0; kept < 50; kept++)
    await ada.browser.submit("/searches/new", { form: "search", name: `S${kept}`, alerts: "off", query: "" });
  const many = await ada.browser.submit("/searches/new", {
    form: "search",
    name: "One more",
    alerts: "off",
    query: "",
  });
  expect(many.status).toBe(422);
  expect(await many.text()).toContain("One more");
});
