import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { tell } from "~/domain/notifications/tell.server";
import { createToken } from "~/domain/tokens/create-token.server";
import { goodPassword, type PeopleServer, startPeopleServer } from "../support/people-server";
import { linkIn, readMail } from "../support/read-mail";
import { openAndInvite, review, send, startReviewServer, submitPractice } from "../support/review-server";

const ada = { name: "Ada Testa", email: "ada@city.example", password: goodPassword };
const current = goodPassword;
const signIn = (server: PeopleServer, more = {}) =>
  server.browser().submit("/sign-in", { form: "sign-in", ...ada, ...more });

test("a profile is saved whole, and public only when its owner says so", async () => {
  const server = await startPeopleServer({ seeds: true });
  const browser = await server.newPerson(ada);
  const person = await server.services.db.selectFrom("person").select("id").executeTakeFirstOrThrow();
  const address = `/people/${person.id}`;
  const profile = {
    ...{ form: "profile", name: "Ada Testa-Two", role: "human rights officer", city: "vienna", organisation: "ohchr" },
    ...{
      orcid: "https://orcid.org/0000-0002-1825-0097",
      language: "es",
      languages: ["es", "sv"],
      themes: ["budgeting"],
    },
    ...{ tools: ["participatory-budgeting"], listed: "yes" },
  };
  const hidden = await browser.submit("/account", { ...profile, listed: "" });
  expect(hidden.headers.get("Location")).toBe("/account?saved");
  expect((await server.browser().get(address)).status).toBe(404);
  expect((await browser.get(address)).status, "one's own can be seen").toBe(200);
  await browser.submit("/account", profile);
  const page = await (await server.browser().get(address)).text();
  for (const text of ["Ada Testa-Two", "human rights officer", "Vienna", "0000-0002-1825-0097", "Swedish"]) {
    expect(page).toContain(text);
  }
  expect(page).not.toContain(ada.email);
  const shown = await (await browser.get("/account")).text();
  expect(shown.match(/checked=""/g)).toHaveLength(5);

  for (const wrong of [
    { orcid: "0000-0002-1825-0098" },
    { city: "atlantis" },
    { themes: ["budgeting", "nonsense"] },
    { languages: "xx" },
    { language: "de" },
    { name: "a\u0000b" },
    { name: "x".repeat(101) },
  ]) {
    expect((await browser.submit("/account", { ...profile, ...wrong })).status, JSON.stringify(wrong)).toBe(422);
  }
});

test("other sessions can be seen and ended", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const other = server.browser();
  await other.submit(
    "/sign-in",
    { form: "sign-in", ...ada },
    { "User-Agent": "Mozilla/5.0 (X11; Linux) Firefox/140.0" },
  );
  const page = await (await browser.get("/account/security")).text();
  expect(page).toContain("Firefox, Linux");
  const hashes = [...page.matchAll(/name="session" value="(\w+)"/g)].map(([, hash = ""]) => hash);
  expect(hashes).toHaveLength(2);
  const stranger = await server.newPerson({ email: "bo@city.example", name: "Bo" });
  for (const session of hashes) await stranger.submit("/account/security", { form: "end-session", session });
  expect((await other.get("/account")).status, "nobody ends another person's session").toBe(200);
  await browser.submit("/account/security", { form: "end-others" });
  expect((await other.get("/account")).status).toBe(302);
  expect((await browser.get("/account")).status).toBe(200);
});

test("a changed password needs the old one, and gives this browser a new session", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const other = server.browser();
  await other.submit("/sign-in", { form: "sign-in", ...ada });
  const before = browser.cookies.get("polylogue");
  const change = { form: "change-password", current, password: "quiet harbour at six o'clock" };
  expect((await browser.submit("/account/security", { ...change, current: "wrong wrong wrong" })).status).toBe(422);
  expect((await browser.submit("/account/security", { ...change, password: "ada testa 2026!!" })).status).toBe(422);
  expect((await browser.submit("/account/security", change)).headers.get("Location")).toBe("/account/security?changed");
  expect(browser.cookies.get("polylogue")).not.toBe(before);
  expect((await browser.get("/account")).status).toBe(200);
  expect((await other.get("/account")).status).toBe(302);
  expect((await server.lastMail()).subject).toBe("Your password for Polylogue was changed");
  expect((await signIn(server)).status).toBe(422);
  expect((await signIn(server, { password: change.password })).status).toBe(302);
});

test("a new address counts once its mail was answered; the old one is told", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  await server.newPerson({ email: "bo@city.example", name: "Bo" });
  const ask = (email: string) => browser.submit("/account/email", { form: "email", email, current });
  await ask("bo@city.example");
  expect((await server.lastMail()).subject, "Bo is told, Ada learns nothing").toBe(
    "You have an account with Polylogue",
  );
  const sent = await ask("ada@new.example");
  expect(sent.headers.get("Location")).toBe("/account/email?sent");
  const mail = await server.lastMail();
  expect(mail.to).toEqual(["ada@new.example"]);
  expect((await signIn(server, { email: "ada@new.example" })).status).toBe(422);
  await server.browser().get(linkIn(mail));
  expect((await signIn(server)).status, "looking at the link changes nothing").toBe(302);
  const done = await browser.submit(linkIn(mail), { form: "confirm-email" });
  expect(done.headers.get("Location")).toBe("/account/email");
  expect(await (await browser.get("/account/email")).text()).toContain("ada@new.example");
  expect((await server.lastMail()).to).toEqual([ada.email]);
  expect((await signIn(server)).status).toBe(422);
  expect((await signIn(server, { email: "ada@new.example" })).status).toBe(302);
});

test("a second factor is asked for, takes each code once, and a recovery code in its place", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const other = server.browser();
  await other.submit("/sign-in", { form: "sign-in", ...ada });
  await browser.submit("/account/second-factor", { form: "begin", current });
  const page = await (await browser.get("/account/second-factor")).text();
  const key = (/<code[^>]*>([A-Z2-7 ]+)</.exec(page)?.[1] ?? "").replaceAll(" ", "");
  expect(page).toContain("<svg");
  const totp = new TOTP({ secret: Secret.fromBase32(key) });
  const code = () => totp.generate({ timestamp: server.services.now().getTime() });
  const wrong = String((Number(code()) + 1) % 1_000_000).padStart(6, "0");
  expect((await browser.submit("/account/second-factor", { form: "confirm", code: wrong })).status).toBe(422);
  const on = await browser.submit("/account/second-factor", { form: "confirm", code: code() });
  const codes = [...(await on.text()).matchAll(/<li>([a-z0-9]{4}(?:-[a-z0-9]{4}){3})<\/li>/g)].map(([, it = ""]) => it);
  expect(codes).toHaveLength(10);
  expect((await other.get("/account")).status, "other browsers are signed out").toBe(302);

  const step = async (typed: string) => {
    const fresh = server.browser();
    const asked = await fresh.submit("/sign-in", { form: "sign-in", ...ada });
    expect(asked.status).toBe(200);
    expect(fresh.cookies.has("polylogue")).toBe(false);
    const ticket = /name="ticket" value="([^"]+)"/.exec(await asked.text())?.[1] ?? "";
    return (await fresh.submit("/sign-in", { form: "code", ticket, code: typed })).status;
  };
  expect(await step(code()), "a code that was used").toBe(422);
  server.wait(60_000);
  expect(await step(code())).toBe(302);
  expect(await step(codes[3] ?? "")).toBe(302);
  expect(await step(codes[3] ?? ""), "a recovery code that was used").toBe(422);
  expect(await step("000000000000")).toBe(422);
  expect(await (await browser.get("/account/second-factor")).text()).toContain("9 recovery codes are left");

  await server.browser().submit("/password/forgotten", { form: "forgotten", email: ada.email });
  const reset = await other.submit(linkIn(await server.lastMail()), {
    form: "new-password",
    password: "violet ladders in may",
  });
  expect(reset.headers.get("Location"), "a mail does not stand in for the second factor").toBe("/sign-in");
});

test("whoever stole the password cannot keep the owner from the second step", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const { db, now } = server.services;
  const { id } = await db.selectFrom("person").select("id").executeTakeFirstOrThrow();
  const secret = new Secret({ size: 20 }).base32;
  await db
    .insertInto("second_factor")
    .values({ person_id: id, secret, last_step: 0, confirmed_at: now().toISOString() })
    .execute();
  await browser.submit("/sign-out", {});
  const begin = async (by: typeof browser) =>
    /name="ticket" value="([^"]+)"/.exec(
      await (await by.submit("/sign-in", { form: "sign-in", ...ada })).text(),
    )?.[1] ?? "";
  const own = await begin(browser);
  const thief = server.browser();
  for (let guess = 0; guess < 20; guess++)
    await thief.submit("/sign-in", { form: "code", ticket: await begin(thief), code: "000000" });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now().getTime() });
  const stolen = await thief.submit("/sign-in", { form: "code", ticket: await begin(thief), code });
  expect(stolen.status, "the thief has no more tries").toBe(429);
  expect((await browser.submit("/sign-in", { form: "code", ticket: own, code })).status).toBe(302);
  expect((await browser.get("/account")).status).toBe(200);
});

test("the export holds what is known of a person, and no secret", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const file = await browser.get("/account/export.json");
  expect(file.headers.get("Content-Disposition")).toContain("attachment");
  expect(file.headers.get("Cache-Control")).toBe("private, no-store");
  const data = await file.json();
  expect(data).toMatchObject({ account: { email: ada.email }, profile: { name: ada.name }, sessions: [{}] });
  expect(JSON.stringify(data)).not.toMatch(/argon2|hash|secret/);
});

test("the export tells what a person follows, keeps, chose, was told, reviewed and made, and of tokens the names alone", async () => {
  const server = await startReviewServer();
  const { db, now } = server.services;
  const [reviewer] = server.reviewers;
  const { browser } = server.coordinator;
  await send(browser, "/following", { form: "follow", kind: "city", id: "own-city" });
  const search = { form: "search", name: "Money in cities", alerts: "weekly", query: "q=budget" };
  await send(browser, "/searches/new", search);
  await send(browser, "/account/notifications", { form: "mails", choice: "weekly" });
  const texts = { summary: "Worth reading.", text: "", language: "en", network: "own" };
  await send(browser, "/collections/new", { form: "new", title: "A shelf", ...texts });
  const actor = { person: { id: server.coordinator.id }, administrator: false, memberships: [], cities: [] };
  const doer = { actor, at: now(), address: null };
  const secret = await createToken(db, doer, { name: "My script", scopes: ["read-drafts"], days: 30 });
  const told = { kind: "contribution-accepted", subject: { kind: "contribution", id: "c1" }, waits: false } as const;
  await tell(db, [server.coordinator.id], { ...told, details: { title: "One" } }, now());
  const text = await (await browser.get("/account/export.json")).text();
  expect(JSON.parse(text)).toMatchObject({
    follows: [{ kind: "city", subject_id: "own-city" }],
    saved_searches: [{ name: "Money in cities", query: "q=budget", alerts: "weekly" }],
    mail_choice: { choice: "weekly" },
    collections_made: [{ title: "A shelf", network: "own", version: null }],
    calls_made: [],
    notifications: [{ details: { title: "One" } }],
    api_tokens: [{ name: "My script" }],
  });
  expect(text).not.toContain(secret);

  const id = await submitPractice(server, server.author.id);
  const [assignment = ""] = await openAndInvite(server, id);
  await review(reviewer.browser, assignment);
  const own = await (await reviewer.browser.get("/account/export.json")).json();
  expect(own).toMatchObject({ follows: [], mail_choice: null, reviews: [{ contribution: id, round: 1 }] });
  expect(JSON.stringify(own.reviews)).toContain("It listens.");
});

test("an erased account is gone from the database's files, byte by byte, and from the mails", async () => {
  const canary = "canary-4f1c9";
  const server = await startPeopleServer({ smtpUrl: null });
  const { services, dataDir } = server;
  const browser = server.browser();
  const email = `${canary}@city.example`;
  await browser.submit("/register", { form: "register", name: `Kim ${canary}`, email, password: goodPassword });
  await services.postman.deliver();
  const [letter = ""] = readdirSync(join(dataDir, "mail"));
  const link = linkIn(readMail(readFileSync(join(dataDir, "mail", letter), "utf8")));
  await browser.submit(link, { form: "confirm", password: goodPassword });
  for (const role of [`first ${canary}`, `second ${canary} ${"long ".repeat(10)}`]) {
    await browser.submit("/account", { form: "profile", name: `Kim ${canary}`, role, language: "en" });
  }
  await browser.submit("/register", { form: "register", name: `Kim ${canary}`, email, password: goodPassword });
  await services.postman.deliver();
  const bytes = () =>
    readdirSync(dataDir, { recursive: true, encoding: "utf8" })
      .filter((name) => /sqlite|eml/.test(name))
      .map((name) => readFileSync(join(dataDir, name), "latin1"))
      .join();
  expect(bytes()).toContain(canary);
  expect((await browser.submit("/account/data", { form: "erase", credit: "name", current })).status, "unticked").toBe(
    422,
  );
  const gone = await browser.submit("/account/data", { form: "erase", credit: "name", sure: "yes", current });
  expect(gone.headers.get("Location")).toBe("/register/erased");
  expect(bytes()).not.toContain(canary);
  expect(await services.db.selectFrom("session").selectAll().execute()).toEqual([]);
  expect((await browser.get("/account")).status).toBe(302);
});
