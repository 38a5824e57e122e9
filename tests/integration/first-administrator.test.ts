import { expect, test } from "vitest";
import { inviteFirstAdministrator } from "~/domain/people/create-person.server";
import { goodPassword, startPeopleServer } from "../support/people-server";
import { linkIn } from "../support/read-mail";
import { polylogue } from "../support/run-program";
import { tempFolder } from "../support/temp";

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

test("the link that is printed while there is no administrator makes one, once", async () => {
  const server = await startPeopleServer();
  const { db, now } = server.services;
  const early = await inviteFirstAdministrator(db, now());
  const token = await inviteFirstAdministrator(db, now());
  const browser = server.browser();
  const first = { form: "first", name: "Ada Testa", email: "ada@city.example", password: goodPassword };
  for (const path of [`/register/first?token=${early}`, "/register/first"]) {
    const dead = await browser.get(path);
    expect(dead.status, path).toBe(410);
    expect(await dead.text(), "it says what to do").toContain("Read the latest start message");
  }
  expect((await browser.submit(`/register/first?token=${token}`, first)).headers.get("Location")).toBe("/account");
  expect((await browser.get("/admin/mail")).status).toBe(200);
  const welcome = await (await browser.get("/account")).text();
  expect(welcome, "it says what to do first").toContain("Welcome, Ada Testa.");
  expect(welcome).toContain('href="/networks/new"');
  const eve = server.browser();
  const again = await eve.submit(`/register/first?token=${token}`, { ...first, email: "eve@evil.example" });
  expect([again.status, eve.cookies.size]).toEqual([410, 0]);
  expect(await inviteFirstAdministrator(db, now())).toBeNull();
});
