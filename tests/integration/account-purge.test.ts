import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { purgeAccounts } from "~/domain/people/purge-accounts.server";
import { Secret } from "~/env.server";
import { goodPassword, startPeopleServer } from "../support/people-server";

const ada = { name: "Ada Testa", email: "ada@city.example", password: goodPassword };
const day = 24 * 60 * 60 * 1000;

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
  for (const name of readdirSync(server.dataDir).filter((file) => file.includes("sqlite"))) {
    expect(readFileSync(`${server.dataDir}/${name}`, "latin1").includes("canary-"), name).toBe(false);
  }
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
