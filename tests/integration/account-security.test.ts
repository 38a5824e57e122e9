import { randomBytes } from "node:crypto";
import { expect, test, vi } from "vitest";
import { inviteFirstAdministrator } from "~/domain/people/create-person.server";
import { purgeAccounts } from "~/domain/people/purge-accounts.server";
import { Secret } from "~/env.server";
import { goodPassword, startPeopleServer } from "../support/people-server";
import { rawRequest } from "../support/raw-request";
import { linkIn } from "../support/read-mail";
import { polylogue } from "../support/run-program";
import { tempFolder } from "../support/temp";

const verified = vi.hoisted(() => ({ count: 0 }));
// Counts the hashes that are compared; the work itself is done.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  const verify: typeof real.verify = (...args) => {
    verified.count += 1;
    return real.verify(...args);
  };
  return { ...real, verify };
});

const { signIn } = await import("~/domain/people/sign-in.server");

const ada = { name: "Ada Testa", email: "ada@city.example", password: goodPassword };
const day = 24 * 60 * 60 * 1000;

test("of 10,000 guesses from everywhere at most 100 reach the hash, and the owner still gets in", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const { db, limits, now } = server.services;
  verified.count = 0;
  for (let guess = 0; guess < 10_000; guess++) {
    const address = `10.${guess % 250}.${Math.floor(guess / 250)}.1`;
    await signIn(db, limits, { email: ada.email, password: `guess ${guess}`, device: undefined, address }, now());
  }
  expect(verified.count).toBeGreaterThan(10);
  expect(verified.count).toBeLessThanOrEqual(100);

  expect((await server.browser().submit("/sign-in", { form: "sign-in", ...ada })).status, "a stranger's").toBe(429);
  await browser.submit("/sign-out", {});
  expect((await browser.submit("/sign-in", { form: "sign-in", ...ada })).status, "a browser known before").toBe(302);
  const fresh = server.browser();
  await fresh.submit("/password/forgotten", { form: "forgotten", email: ada.email });
  const reset = await fresh.submit(linkIn(await server.lastMail()), { form: "new-password", password: goodPassword });
  expect(reset.status, "a new one, by mail").toBe(302);
});

test("one address cannot keep others out, nor try many accounts", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  const { db, limits, now } = server.services;
  const attempt = (email: string, address: string, password = "wrong wrong wrong") =>
    signIn(db, limits, { email, password, device: undefined, address }, now());
  for (let guess = 0; guess < 200; guess++) await attempt(ada.email, "2001:db8:1:2::1");
  expect(await attempt(ada.email, "2001:db8:1:2:ffff::9", goodPassword), "the same network").toEqual({
    problem: "often",
  });
  expect(await attempt(ada.email, "192.0.2.1", goodPassword)).toHaveProperty("personId");
  const outcomes = [];
  for (let guess = 0; guess < 80; guess++) outcomes.push(await attempt(`nobody${guess}@city.example`, "192.0.2.9"));
  expect(outcomes.at(0)).toEqual({ problem: "wrong" });
  expect(outcomes.at(-1)).toEqual({ problem: "often" });
});

test("an unknown account costs a hash as a known one does", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  const { db, limits, now } = server.services;
  const hashes = async (email: string, password: string) => {
    verified.count = 0;
    await signIn(db, limits, { email, password, device: undefined, address: "192.0.2.1" }, now());
    return verified.count;
  };
  expect(await hashes(ada.email, "wrong wrong wrong")).toBe(1);
  expect(await hashes("nobody@city.example", "wrong wrong wrong")).toBe(1);
  expect(await hashes(ada.email, goodPassword)).toBe(1);
});

test("a session is kept hashed, changes its id at sign-in, and ends idle after 14 days or in any case after 60", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const first = browser.cookies.get("polylogue") ?? "";
  const rows = JSON.stringify(await server.services.db.selectFrom("session").selectAll().execute());
  expect(rows).not.toContain(first);
  const thief = server.browser();
  thief.cookies.set("polylogue", first);
  expect((await thief.get("/account")).status).toBe(200);
  browser.cookies.set("polylogue", first);
  await browser.submit("/sign-in", { form: "sign-in", ...ada });
  expect(browser.cookies.get("polylogue")).not.toBe(first);
  expect((await thief.get("/account")).status, "the id of before").toBe(302);

  for (let days = 0; days < 59; days += 10) {
    expect((await browser.get("/account")).status, `${days} days`).toBe(200);
    server.wait(10 * day);
  }
  server.wait(day);
  expect((await browser.get("/account")).status, "after 61 days").toBe(302);
  await browser.submit("/sign-in", { form: "sign-in", ...ada });
  server.wait(15 * day);
  expect((await browser.get("/account")).status, "idle").toBe(302);
});

test("on https the cookies belong to this host alone", async () => {
  const server = await startPeopleServer({ baseUrl: "https://polylogue.example", trustProxy: 1 });
  const headers = { Origin: "https://polylogue.example", "X-Forwarded-Proto": "https" };
  const browser = server.browser();
  await browser.submit("/register", { form: "register", ...ada }, headers);
  const link = linkIn(await server.lastMail());
  await browser.submit(link, { form: "confirm", password: goodPassword }, headers);
  expect(browser.setCookies).toHaveLength(2);
  for (const line of browser.setCookies) {
    expect(line).toMatch(/^__Host-polylogue/);
    for (const part of ["HttpOnly", "Secure", "Path=/", "SameSite=Lax"]) expect(line).toContain(part);
    expect(line).not.toContain("Domain");
  }
});

test.each([
  ["another site", { Origin: "https://evil.example" }],
  ["a hidden origin", { Origin: "null" }],
  ["a garbled origin", { Origin: "%%%" }],
  ["no origin", { Origin: "" }],
])("a form that %s sends changes nothing", async (_what, headers) => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const everything = () =>
    server.services.db.selectFrom("person").leftJoin("session", "person_id", "person.id").selectAll().execute();
  const before = await everything();
  for (const [path, form] of [
    ["/account", { form: "profile", name: "Eve", language: "en" }],
    ["/account/data", { form: "erase", credit: "name", sure: "yes", current: goodPassword }],
    ["/account/security", { form: "end-others" }],
    ["/sign-out", {}],
  ] as const) {
    expect((await browser.submit(path, form, headers)).status, path).toBe(403);
  }
  expect(await everything()).toEqual(before);
});

test("fields that no form has change nothing", async () => {
  const server = await startPeopleServer();
  const extra = {
    administrator: "1",
    id: "me",
    email_confirmed_at: "2020-01-01",
    status: "published",
    role: "administrator",
  };
  const browser = server.browser();
  await browser.submit("/register", { form: "register", ...ada, ...extra });
  await browser.submit(linkIn(await server.lastMail()), { form: "confirm", password: goodPassword, ...extra });
  await browser.submit("/account", {
    form: "profile",
    name: "Ada",
    language: "en",
    email: "eve@evil.example",
    ...extra,
  });
  const [person] = await server.services.db.selectFrom("person").selectAll().execute();
  expect(person).toMatchObject({ administrator: 0, email: ada.email, name: "Ada" });
  expect(person?.id).not.toBe("me");
  expect((await browser.get("/admin/mail")).status).toBe(404);
});

test("a host that the sender made up is in no mail", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  const body = `form=forgotten&email=${encodeURIComponent(ada.email)}`;
  const lines = ["POST /password/forgotten HTTP/1.1", "Host: evil.example", "Origin: http://evil.example"];
  const head = [
    ...lines,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
    "Connection: close",
  ];
  expect((await rawRequest(server.port, `${head.join("\r\n")}\r\n\r\n${body}`)).status).toBe(302);
  const mail = await server.lastMail();
  expect(mail.subject).toBe("Choose a new password for Polylogue");
  expect(mail.raw).not.toContain("evil.example");
});

test.each([
  ["a line end in the name", { name: "Ada\r\nBcc: eve@evil.example" }],
  ["a line end in the address", { email: "ada@city.example\r\nBcc: eve@evil.example" }],
  ["two addresses", { email: "ada@city.example,eve@evil.example" }],
  ["a name with an address", { email: "Eve <eve@evil.example>" }],
])("%s is refused, and no mail is written", async (_what, more) => {
  const server = await startPeopleServer();
  expect((await server.browser().submit("/register", { form: "register", ...ada, ...more })).status).toBe(422);
  await server.services.postman.deliver();
  expect(server.mails).toEqual([]);
});

test("a sign-in leads to a page of ours only", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  for (const to of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/.//evil.example",
    "/a\r\nb",
    "",
  ]) {
    await browser.submit("/sign-out", {});
    const answer = await browser.submit("/sign-in", { form: "sign-in", ...ada, to });
    expect(answer.headers.get("Location"), to).toBe("/account");
  }
});

test("pages for someone signed in are kept by nobody; pages for others are as before", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const own = await browser.get("/about");
  expect([own.headers.get("Cache-Control"), own.headers.get("ETag")]).toEqual(["private, no-store", null]);
  const open = await server.browser().get("/about");
  expect(open.headers.get("Cache-Control")).toBe("no-cache");
  expect(open.headers.get("ETag")).toMatch(/^W\//);
  expect(open.headers.getSetCookie()).toEqual([]);
});

test("mail that a server refuses for now is tried again, and what it never takes is given up", async () => {
  const server = await startPeopleServer({ smtpUrl: new Secret("smtp://127.0.0.1:1") });
  await server.browser().submit("/register", { form: "register", ...ada });
  const { postman, db } = server.services;
  await postman.deliver();
  const mail = () => db.selectFrom("mail").selectAll().executeTakeFirstOrThrow();
  expect(await mail()).toMatchObject({ attempts: 1, sent_at: null });
  await postman.deliver();
  expect((await mail()).attempts, "not at once").toBe(1);
  for (let hours = 0; hours < 40; hours++) {
    server.wait(60 * 60 * 1000);
    await postman.deliver();
  }
  expect(await mail()).toMatchObject({ attempts: 10, next_attempt_at: null });
});

test("the command line makes an administrator, who chooses a password and sees the mails", async () => {
  const dataDir = tempFolder();
  const { code, stdout } = await polylogue(["user", "create", "--admin", "--email", "Root@City.example"], {
    DATA_DIR: dataDir,
    SEEDS: "false",
  });
  expect(code).toBe(0);
  const server = await startPeopleServer({ dataDir });
  const browser = server.browser();
  const chosen = await browser.submit(linkIn({ text: stdout }), { form: "new-password", password: goodPassword });
  expect(chosen.headers.get("Location")).toBe("/account");
  await server.services.postman.deliver();
  const page = await (await browser.get("/admin/mail")).text();
  expect(page).toContain("root@city.example");
  const wrong = await polylogue(["user", "create", "--email", "nonsense"], { DATA_DIR: dataDir, SEEDS: "false" });
  expect([wrong.code, wrong.stderr]).toEqual([1, "--email must be an address such as name@city.example.\n"]);
});

test("what was deleted from many accounts is nowhere in the files", async () => {
  const server = await startPeopleServer();
  const { db, forgetDeleted } = server.services;
  const mark = () => `canary-${randomBytes(3).toString("hex")}`;
  const at = new Date().toISOString();
  for (let n = 0; n < 400; n++) {
    const person = { id: `p${n}`, email: `${mark()}@x.example`, name: mark().repeat(1 + (n % 40)), language: "en" };
    await db
      .insertInto("person")
      .values({ ...person, listed: 0, administrator: 0, created_at: at, updated_at: at })
      .execute();
    const changed = { name: mark().repeat(1 + ((n * 7) % 60)) };
    await db
      .updateTable("person")
      .set(changed)
      .where("id", "=", `p${Math.floor(n / 2)}`)
      .execute();
  }
  await db.deleteFrom("person").execute();
  await forgetDeleted();
  const { readFileSync, readdirSync } = await import("node:fs");
  for (const name of readdirSync(server.dataDir).filter((file) => file.includes("sqlite"))) {
    expect(readFileSync(`${server.dataDir}/${name}`, "latin1").includes("canary-"), name).toBe(false);
  }
});

test("the link that is printed while there is no administrator makes one, once", async () => {
  const server = await startPeopleServer();
  const { db, now } = server.services;
  const early = await inviteFirstAdministrator(db, now());
  const token = await inviteFirstAdministrator(db, now());
  const browser = server.browser();
  const first = { form: "first", ...ada };
  expect((await browser.get(`/register/first?token=${early}`)).status, "the link of an earlier start").toBe(404);
  expect((await browser.get("/register/first")).status).toBe(404);
  expect((await browser.submit(`/register/first?token=${token}`, first)).headers.get("Location")).toBe("/account");
  expect((await browser.get("/admin/mail")).status).toBe(200);
  const eve = server.browser();
  const again = await eve.submit(`/register/first?token=${token}`, { ...first, email: "eve@evil.example" });
  expect([again.status, eve.cookies.size]).toEqual([404, 0]);
  expect(await inviteFirstAdministrator(db, now())).toBeNull();
});

test("what has had its day is deleted: sessions, links, browsers, mails", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  await server.browser().submit("/password/forgotten", { form: "forgotten", email: ada.email });
  const { db, now } = server.services;
  const rows = async () => {
    const tables = ["session", "one_time_token", "known_device", "mail"] as const;
    return Promise.all(tables.map(async (table) => (await db.selectFrom(table).selectAll().execute()).length));
  };
  await purgeAccounts(db, now());
  expect(await rows()).toEqual([1, 1, 1, 2]);
  server.wait(31 * day);
  await purgeAccounts(db, now());
  expect(await rows()).toEqual([0, 0, 1, 0]);
  server.wait(400 * day);
  await purgeAccounts(db, now());
  expect(await rows()).toEqual([0, 0, 0, 0]);
});
