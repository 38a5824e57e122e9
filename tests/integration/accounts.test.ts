import { sql } from "kysely";
import { expect, test } from "vitest";
import { goodPassword, startPeopleServer } from "../support/people-server";
import { linkIn } from "../support/read-mail";

const ada = { name: "Ada Testa", email: "ada@city.example", password: goodPassword };

test("who registers, confirms and signs in is greeted by name; signed out, is nobody again", async () => {
  const server = await startPeopleServer();
  const browser = server.browser();
  const sent = await browser.submit("/register", { form: "register", ...ada });
  expect([sent.status, sent.headers.get("Location")]).toEqual([302, "/register/sent"]);
  const mail = await server.lastMail();
  expect(mail.to).toEqual([ada.email]);
  expect(mail.text).toContain(server.origin);

  const early = await browser.submit("/sign-in", { form: "sign-in", ...ada });
  expect(early.status, "nothing is confirmed yet").toBe(422);
  const wrong = await browser.submit(linkIn(mail), { form: "confirm", password: "not the one I chose" });
  expect(wrong.status).toBe(422);
  const confirmed = await browser.submit(linkIn(mail), { form: "confirm", password: ada.password });
  expect(confirmed.headers.get("Location")).toBe("/account");
  expect(await (await browser.get("/about")).text()).toContain("Ada Testa");

  await browser.submit("/sign-out", {});
  expect(await (await browser.get("/about")).text()).not.toContain("Ada Testa");
  expect((await browser.get("/account")).headers.get("Location")).toBe("/sign-in?to=%2Faccount");

  const signedIn = await browser.submit("/sign-in", { form: "sign-in", ...ada, to: "/account?x=1" });
  expect(signedIn.headers.get("Location")).toBe("/account?x=1");
  expect((await browser.get("/account")).status).toBe(200);
  const again = await browser.submit(linkIn(mail), { form: "confirm", password: ada.password });
  expect(again.status, "a link works once").toBe(422);
});

test("a known address is answered like an unknown one, and its owner is told", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  const stranger = server.browser();
  const answers = await Promise.all(
    [ada.email, "nobody@city.example"].flatMap((email) => [
      stranger.submit("/register", { form: "register", ...ada, email, password: "another good long phrase" }),
      stranger.submit("/password/forgotten", { form: "forgotten", email }),
      stranger.submit("/sign-in", { form: "sign-in", email, password: "certainly not the right one" }),
    ]),
  );
  const seen = await Promise.all(
    answers.map(async (answer) => [
      answer.status,
      answer.headers.get("Location"),
      (await answer.text()).replaceAll(/ada@|nobody@/g, "").replaceAll(/nonce="[^"]*"/g, ""),
    ]),
  );
  expect(seen.slice(0, 3)).toEqual(seen.slice(3));
  await server.services.postman.deliver();
  const toAda = server.mails.filter(({ to }) => to.includes(ada.email)).map(({ subject }) => subject);
  expect(toAda).toEqual(expect.arrayContaining(["You have an account with Polylogue"]));
  expect(server.mails.filter(({ to }) => to.includes("nobody@city.example"))).toHaveLength(1);
});

test("a known address costs as many written rows as an unknown one, and no mail to nobody is left", async () => {
  const server = await startPeopleServer();
  const { db } = server.services;
  const browser = await server.newPerson(ada);
  const written = async () => {
    const { rows } = await sql<{ rows: number }>`select total_changes() as rows`.execute(db);
    return rows[0]?.rows ?? 0;
  };
  const cost = async (form: string, email: string) => {
    const before = await written();
    await browser.submit(form === "register" ? "/register" : "/password/forgotten", { ...ada, form, email });
    return (await written()) - before;
  };
  await browser.submit("/sign-out", {});
  await cost("forgotten", ada.email);
  await cost("forgotten", "nobody@city.example");
  for (const form of ["forgotten", "register"])
    expect(await cost(form, ada.email), form).toBe(await cost(form, "nobody.at.all@city.example"));
  const mails = await db.selectFrom("mail").where("recipient", "like", "nobody%").select("subject").execute();
  expect(mails.map(({ subject }) => subject)).toEqual(["Confirm your address for Polylogue"]);
});

test("a forgotten password is chosen anew by mail, which signs out everywhere", async () => {
  const server = await startPeopleServer();
  const browser = await server.newPerson(ada);
  const other = server.browser();
  await other.submit("/password/forgotten", { form: "forgotten", email: ada.email });
  const link = linkIn(await server.lastMail());
  expect((await other.get(link)).status).toBe(200);
  const common = await other.submit(link, { form: "new-password", password: "password1234" });
  expect(common.status).toBe(422);
  const done = await other.submit(link, { form: "new-password", password: "a new and quiet morning" });
  expect(done.headers.get("Location")).toBe("/account");
  expect((await server.lastMail()).subject).toBe("Your password for Polylogue was changed");
  expect((await browser.get("/account")).status, "the old session has ended").toBe(302);
  expect((await browser.submit("/sign-in", { form: "sign-in", ...ada })).status).toBe(422);
  const signedIn = await browser.submit("/sign-in", { form: "sign-in", ...ada, password: "a new and quiet morning" });
  expect(signedIn.status).toBe(302);
  expect((await other.submit(link, { form: "new-password", password: "yet another long phrase" })).status).toBe(422);
});

test("links in mails lead here, whatever host was asked", async () => {
  const server = await startPeopleServer();
  await server.newPerson(ada);
  const response = await fetch(`${server.origin}/password/forgotten`, {
    method: "POST",
    body: new URLSearchParams({ form: "forgotten", email: ada.email }),
    headers: { Origin: server.origin },
  });
  expect(response.status).toBe(200);
  expect((await server.lastMail()).text).toContain(`${server.origin}/password/new?token=`);
});

test("a link of a mail that was used, or never was one, is gone, and says where to get another", async () => {
  const server = await startPeopleServer();
  const browser = server.browser();
  await browser.submit("/register", {
    form: "register",
    name: "Ada",
    email: "ada@city.example",
    password: goodPassword,
  });
  const link = linkIn(await server.lastMail());
  expect((await browser.get(link)).status).toBe(200);
  await browser.submit(link, { form: "confirm", password: goodPassword });
  for (const path of [link, "/password/new?token=never", "/account/email/confirm?token=never"]) {
    const answer = await browser.get(path);
    expect(answer.status, path).toBe(410);
    expect(await answer.text(), path).toContain("Ask for a new one");
  }
});
