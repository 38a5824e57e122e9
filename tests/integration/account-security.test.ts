import { expect, test } from "vitest";
import { goodPassword, startPeopleServer } from "../support/people-server";
import { rawRequest } from "../support/raw-request";
import { linkIn } from "../support/read-mail";

const ada = { name: "Ada Testa", email: "ada@city.example", password: goodPassword };
const day = 24 * 60 * 60 * 1000;

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
