import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import { publishContribution } from "~/domain/publication/publish-contribution.server";
import type { Db } from "~db/client.server";
import { fullForm, startDraft } from "../support/contribution-server";
import { startNetworkServer } from "../support/network-server";
import { goodPassword } from "../support/people-server";
import { linkIn, readMail } from "../support/read-mail";
import { readZip } from "../support/read-zip";

const name = "Kim Canarywren";
const email = "kim.canarywren@city.example";
const current = goodPassword;

/** Kim, who wrote alone, with Lea, and what was published; a coordinator, who was told of Kim. */
async function startWorld() {
  const server = await startNetworkServer({ smtpUrl: null });
  const { services, dataDir } = server;
  const { db, postman, now, files } = services;
  await server.network("own", { join_policy: "request" });
  await server.city("own-city", ["own"]);
  const lea = await server.person("Lea", [{ in: "own" }]);
  const coordinator = await server.person("Cora", [{ in: "own", coordinator: true }]);
  await coordinator.browser.submit("/networks/own/invitations", { form: "invite", emails: email, roles: [] });
  const kim = server.browser();
  await kim.submit("/register", { form: "register", name, email, password: goodPassword });
  await postman.deliver();
  const letters = readdirSync(join(dataDir, "mail")).map((file) => readFileSync(join(dataDir, "mail", file), "utf8"));
  const link = letters.map((letter) => linkIn(readMail(letter))).find((found) => found.includes("/confirm"));
  await kim.submit(link ?? "", { form: "confirm", password: goodPassword });
  const { id: kimId } = await db.selectFrom("person").where("email", "=", email).select("id").executeTakeFirstOrThrow();
  await kim.submit("/networks/own", { form: "join", note: "I am Kim Canarywren" });
  await postman.deliver();

  const save = (id: string, fields: Record<string, string>) =>
    kim.submit(`/contributions/${id}/edit`, {
      form: "edit",
      ...fields,
      ...Object.fromEntries(Object.keys(fields).map((field) => [`revision.${field}`, "0"])),
    });
  const alone = await startDraft(kim, { kind: "practice", title: "Alone canaryfinch" });
  await save(alone, { situation_before: "A text nobody else has: canaryfinch." });
  const bytes = Buffer.from("canaryfinch in a file");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(join(dataDir, "files"), { recursive: true });
  writeFileSync(files.pathOf(sha256), bytes);
  const file = { contribution_id: alone, name: "notes.txt", media_type: "text/plain", bytes: bytes.length, sha256 };
  await db
    .insertInto("contribution_file")
    .values({ id: randomUUID(), ...file, added_by: kimId, added_at: now().toISOString() })
    .execute();
  const together = await startDraft(kim, { kind: "case-study", title: "Written together" });
  await save(together, { situation_before: "Two of us wrote this." });
  const row = { contribution_id: together, position: 2, person_id: lea.id, roles: "[]" };
  await db.insertInto("contribution_author").values(row).execute();

  const published = await startDraft(kim, { kind: "practice", title: "Old title canaryfinch" });
  const { themes: _, ...full } = { ...fullForm, title: "A published title", city: "own-city" };
  await kim.submit(`/contributions/${published}/save`, { title: full.title, "revision.title": "1" });
  await save(published, full);
  await db
    .insertInto("term")
    .values({ vocabulary: "theme", code: "housing", position: 1, label_en: "x", label_fr: "x", label_es: "x" })
    .execute();
  await save(published, { themes: "housing" });
  const membership = { networkId: "own", coordinator: true, reviewer: false };
  const actor = { person: { id: coordinator.id }, administrator: false, memberships: [membership], cities: [] };
  const doer = { actor, at: now(), address: "192.0.2.7" };
  await db.updateTable("contribution").set({ network_id: "own" }).where("id", "=", published).execute();
  await db.transaction().execute(async (trx) => {
    const author = { ...doer, actor: { ...actor, person: { id: kimId } }, address: "192.0.2.99" };
    await moveContribution(trx, author, { id: published, status: "draft" }, "submit");
    await moveContribution(trx, doer, { id: published, status: "submitted" }, "accept-unreviewed");
  });
  const { entryId } = await publishContribution(db, doer, { id: published, changeNote: null });
  await services.syncIndex();
  return { server, kim, kimId, lea: lea.browser, alone, together, published, entryId, sha256 };
}

const onDisk = (dataDir: string) =>
  readdirSync(dataDir, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join();

/** Who signs what was published: on its page, and in its version. */
async function authorsOf(db: Db): Promise<(string | null)[][]> {
  const rows = await db
    .selectFrom("version_credit as credit")
    .innerJoin("practice", "practice.id", "credit.entry_id")
    .select(["practice.authors", "credit.person_id", "credit.name"])
    .execute();
  return rows.map(({ authors, person_id, name }) => [authors, person_id, name]);
}

test("everything that a person wrote and was told can be taken away, with its files", async () => {
  const { kim, alone, together, published, entryId, sha256 } = await startWorld();
  const answer = await kim.get("/account/export.zip");
  expect(answer.headers.get("content-type")).toBe("application/zip");
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const files = readZip(Buffer.from(await answer.arrayBuffer()));
  const account = JSON.parse(String(files.get("account.json"))) as Record<string, unknown[]> & {
    contributions: { id: string; changes: unknown[]; authors: unknown[] }[];
  };
  expect(account).toMatchObject({ account: { email }, memberships: [{ network: "own", state: "requested" }] });
  expect(account.contributions.map(({ id }) => id).sort()).toEqual([alone, together, published].sort());
  expect(JSON.stringify(account.contributions)).toContain("Old title canaryfinch");
  expect(account.credited_for).toMatchObject([{ entry: entryId, version: 1, name }]);
  expect(account.notifications).toMatchObject([{ kind: "contribution-published" }]);
  expect(account.done?.length).toBeGreaterThan(0);
  const held = [...files].filter(([path]) => path !== "account.json");
  expect(held.map(([path]) => path)).toEqual([expect.stringMatching(`^files/${alone}/.*notes\\.txt$`)]);
  expect(
    createHash("sha256")
      .update(held[0]?.[1] ?? "")
      .digest("hex"),
  ).toBe(sha256);
});

test("an erased account is gone from all bytes but for what was published, which a pseudonym signs", async () => {
  const { server, kim, kimId, lea, alone, together, entryId } = await startWorld();
  const { db } = server.services;
  for (const word of ["Canarywren", "canarywren", "canaryfinch"]) expect(onDisk(server.dataDir)).toContain(word);
  const unnamed = { form: "erase", credit: "pseudonym", pseudonym: " ", sure: "yes", current };
  expect((await kim.submit("/account/data", unnamed)).status, "no pseudonym").toBe(422);

  const gone = await kim.submit("/account/data", { ...unnamed, pseudonym: "A city officer" });
  expect(gone.headers.get("location")).toBe("/register/erased");
  const found = () =>
    ["Canarywren", "canarywren", "canaryfinch", "192.0.2.99"].filter((word) => onDisk(server.dataDir).includes(word));
  // The index is built anew after the answer.
  await expect.poll(found, { timeout: 20_000 }).toEqual([]);

  const page = await (await server.browser().get(`/practices/${entryId}`)).text();
  expect(page).toContain("A published title");
  expect(await authorsOf(server.services.db)).toEqual([["A city officer", null, "A city officer"]]);
  const shared = await (await lea.get(`/contributions/${together}/edit`)).text();
  expect(shared).toContain("Two of us wrote this.");
  expect(await db.selectFrom("contribution").where("id", "=", alone).selectAll().execute()).toEqual([]);
  const authors = await db.selectFrom("contribution_author").selectAll().orderBy("contribution_id").execute();
  expect(authors.filter(({ contribution_id }) => contribution_id === together)).toMatchObject([{ position: 2 }]);
  const erased = await db.selectFrom("audit_event").where("action", "=", "erase-account").selectAll().execute();
  expect(erased).toMatchObject([{ subject_id: kimId, address: null }]);
  expect((await kim.get("/account")).status).toBe(302);
});

test("who lets their name stay is named by what was published, and by nothing else", async () => {
  const { server, kim } = await startWorld();
  await kim.submit("/account/data", { form: "erase", credit: "name", pseudonym: "", sure: "yes", current });
  expect(onDisk(server.dataDir)).not.toContain("kim.canarywren");
  expect(await authorsOf(server.services.db)).toEqual([[name, null, name]]);
});

test("an address that the person had before is gone, too: from invitations and from mails", async () => {
  const server = await startNetworkServer();
  const { db, postman } = server.services;
  await server.network("own");
  const coordinator = await server.person("Cora", [{ in: "own", coordinator: true }]);
  const before = "pat.formerwren@city.example";
  await coordinator.browser.submit("/networks/own/invitations", { form: "invite", emails: before, roles: [] });
  await postman.deliver();
  const invited = linkIn(await server.lastMail());
  const pat = await server.newPerson({ name: "Pat", email: before });
  const page = await (await pat.get(invited)).text();
  const [, invitation = ""] = /name="invitation" value="([^"]+)"/.exec(page) ?? [];
  expect((await pat.submit("/invitations", { form: "accept", invitation })).headers.get("Location")).toBe(
    "/networks/own",
  );
  await pat.submit("/account/email", { form: "email", email: "pat.now@city.example", current });
  await pat.submit(linkIn(await server.lastMail()), { form: "confirm-email" });
  await postman.deliver();
  const waiting = {
    id: "waiting",
    recipient: before,
    language: "en",
    subject: "For who has it now",
    text: "",
    attempts: 1,
  };
  await db
    .insertInto("mail")
    .values({ ...waiting, created_at: new Date().toISOString(), next_attempt_at: "2999-01-01T00:00:00.000Z" })
    .execute();
  const { id } = await db
    .selectFrom("person")
    .where("email", "=", "pat.now@city.example")
    .select("id")
    .executeTakeFirstOrThrow();
  expect(onDisk(server.dataDir)).toContain("formerwren");
  const gone = await pat.submit("/account/data", {
    form: "erase",
    credit: "name",
    pseudonym: "",
    sure: "yes",
    current,
  });
  expect(gone.headers.get("Location")).toBe("/register/erased");
  const invitations = await db.selectFrom("invitation").selectAll().execute();
  expect(invitations).toEqual([]);
  const mails = await db.selectFrom("mail").where("recipient", "=", before).select("id").execute();
  expect(mails, "but for what waits for who has the address now").toEqual([{ id: "waiting" }]);
  expect(await db.selectFrom("person").where("id", "=", id).selectAll().execute()).toEqual([]);
});
