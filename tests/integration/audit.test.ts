import { join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { hashOf } from "~/domain/audit/chain.server";
import { forgetAddresses } from "~/domain/audit/forget-addresses.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { type Db, openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { startNetworkServer } from "../support/network-server";
import { polylogue } from "../support/run-program";
import { tempDatabase, tempFolder } from "../support/temp";

async function recordSix(db: Db): Promise<void> {
  for (let number = 1; number <= 6; number++) {
    const doer = { actor: null, at: new Date(`2026-0${number}-01T00:00:00Z`), address: `203.0.113.${number}` };
    const subject = { kind: "contribution", id: `c${number}` };
    const event = { action: "withdraw", subject, details: { number } } as const;
    await db.transaction().execute((trx) => recordEvent(trx, doer, event));
  }
}

const eventAt = (db: Db, number: number) =>
  db.selectFrom("audit_event").where("number", "=", number).selectAll().executeTakeFirstOrThrow();

/** Writes a row and all after it anew, as somebody would who knows how they are hashed. */
async function forgeFrom(db: Db, first: number, details: string): Promise<void> {
  const rows = await db.selectFrom("audit_event").where("number", ">=", first).orderBy("number").selectAll().execute();
  let previous_hash = rows[0]?.previous_hash ?? "";
  for (const row of rows) {
    const forged = { ...row, previous_hash, details: row.number === first ? details : row.details };
    const hash = hashOf(forged);
    await db
      .updateTable("audit_event")
      .set({ ...forged, hash })
      .where("number", "=", row.number)
      .execute();
    previous_hash = hash;
  }
}

test("every row that is edited, removed or added is found and named", async () => {
  const tampering: [name: string, tamper: (db: Db) => Promise<unknown>, problems: [number, string][]][] = [
    ["nothing", async () => undefined, []],
    ["words", (db) => sql`update audit_event set details = '{}' where number = 3`.execute(db), [[3, "edited"]]],
    ["who did it", (db) => sql`update audit_event set actor_id = 'x' where number = 1`.execute(db), [[1, "edited"]]],
    ["the moment", (db) => sql`update audit_event set at = '2020' where number = 6`.execute(db), [[6, "edited"]]],
    ["from where", (db) => sql`update audit_event set address = '::1' where number = 2`.execute(db), [[2, "edited"]]],
    [
      "words and their hash",
      async (db) => {
        const row = await eventAt(db, 4);
        const hash = hashOf({ ...row, details: "{}" });
        await db.updateTable("audit_event").set({ details: "{}", hash }).where("number", "=", 4).execute();
      },
      [[4, "edited"]],
    ],
    ["the words and hash of the last one", async (db) => forgeFrom(db, 6, "{}"), [[6, "edited"]]],
    ["one in the middle", (db) => sql`delete from audit_event where number = 3`.execute(db), [[3, "removed"]]],
    ["the first", (db) => sql`delete from audit_event where number = 1`.execute(db), [[1, "removed"]]],
    [
      "the last two",
      (db) => sql`delete from audit_event where number >= 5`.execute(db),
      [
        [5, "removed"],
        [6, "removed"],
      ],
    ],
    [
      "one at the end, well hashed",
      async (db) => {
        const last = await eventAt(db, 6);
        const row = { ...last, number: 7, previous_hash: last.hash };
        await db
          .insertInto("audit_event")
          .values({ ...row, hash: hashOf(row) })
          .execute();
      },
      [[7, "added"]],
    ],
    [
      "one before the first",
      async (db) => {
        const row = { ...(await eventAt(db, 1)), number: 0 };
        await db
          .insertInto("audit_event")
          .values({ ...row, hash: hashOf(row) })
          .execute();
      },
      [[0, "added"]],
    ],
    [
      "two that changed places",
      async (db) => {
        for (const [from, to] of [
          [2, 99],
          [5, 2],
          [99, 5],
        ] as const)
          await db.updateTable("audit_event").set({ number: to }).where("number", "=", from).execute();
      },
      // And the rows before them, which know that something else came after.
      [1, 2, 4, 5].map((number) => [number, "edited"]),
    ],
    ["all", (db) => sql`delete from audit_event`.execute(db), [1, 2, 3, 4, 5, 6].map((number) => [number, "removed"])],
  ];
  const { db } = await tempDatabase();
  await recordSix(db);
  const whole = await db.selectFrom("audit_event").selectAll().execute();
  for (const [name, tamper, problems] of tampering) {
    await db.deleteFrom("audit_event").execute();
    await db.insertInto("audit_event").values(whole).execute();
    await tamper(db);
    const report = await verifyChain(db);
    expect(
      report.problems.map(({ number, what }) => [number, what]),
      name,
    ).toEqual(problems);
  }
});

test("who writes the whole log anew, with its head, is found by a head that was kept elsewhere", async () => {
  const { db } = await tempDatabase();
  await recordSix(db);
  const { head } = await verifyChain(db);
  await forgeFrom(db, 2, "{}");
  const forged = await eventAt(db, 6);
  await db.updateTable("audit_head").set({ number: 6, hash: forged.hash }).execute();
  expect((await verifyChain(db)).problems).toEqual([]);
  expect((await verifyChain(db, head ?? undefined)).problems).toEqual([{ number: 6, what: "edited" }]);
  await sql`delete from audit_event where number > 3`.execute(db);
  await db
    .updateTable("audit_head")
    .set({ number: 3, hash: (await eventAt(db, 3)).hash })
    .execute();
  expect((await verifyChain(db, head ?? undefined)).problems, "cut off").toEqual([{ number: 6, what: "removed" }]);
  const beyond = await verifyChain(db, { number: 9, hash: "0".repeat(64) });
  expect(beyond.problems).toEqual([{ number: 9, what: "removed" }]);
});

test("addresses are forgotten after 90 days, and the chain stays whole", async () => {
  const { db } = await tempDatabase();
  await recordSix(db);
  await forgetAddresses(db, new Date("2026-06-30T00:00:00Z"));
  const rows = await db.selectFrom("audit_event").orderBy("number").select(["number", "address"]).execute();
  expect(rows.filter(({ address }) => address !== null).map(({ number }) => number)).toEqual([5, 6]);
  expect((await verifyChain(db)).problems).toEqual([]);
});

test("the command names the rows and ends with 1; whole, it prints the head to keep", async () => {
  const folder = tempFolder();
  const { db, close } = openDatabase(join(folder, "polylogue.sqlite"));
  await migrateToLatest(db);
  await recordSix(db);
  const env = { DATA_DIR: folder, SEEDS: "false" };
  const whole = await polylogue(["audit", "verify"], env);
  expect(whole.code).toBe(0);
  expect(whole.stdout).toContain("The audit log is whole: 6 rows.");
  const head = /^Head: (6:[0-9a-f]{64})$/m.exec(whole.stdout)?.[1] ?? "";
  expect((await polylogue(["audit", "verify", "--head", head], env)).code).toBe(0);
  const wrong = await polylogue(["audit", "verify", "--head", "six"], env);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("--head must be")]);
  await sql`update audit_event set action = 'publish' where number = 2`.execute(db);
  await sql`delete from audit_event where number = 6`.execute(db);
  await close();
  const found = await polylogue(["audit", "verify", "--head", head], env);
  expect(found.code).toBe(1);
  expect(found.stderr).toContain("Row 2 was edited.\nRow 6 was removed.\n");
});

test("administrators read the log by person, action, subject and day, and take it with them as CSV", async () => {
  const server = await startNetworkServer();
  const { db } = server.services;
  const { browser } = await server.person("Alma", [], { administrator: true });
  const member = await server.person("=Mia");
  const actor = { person: { id: member.id }, administrator: false, memberships: [], cities: [] };
  await recordSix(db);
  await db
    .transaction()
    .execute((trx) =>
      recordEvent(
        trx,
        { actor, at: new Date("2026-07-15T10:00:00Z"), address: "198.51.100.9" },
        { action: "submit", subject: { kind: "contribution", id: "c<9>" } },
      ),
    );
  const read = async (query: string) => (await browser.get(`/admin/audit${query}`)).text();
  const all = await read("");
  expect(all).toContain("7 rows");
  expect(all).toContain("c&lt;9&gt;");
  expect(all).toContain("198.51.100.9");
  for (const [query, rows] of [
    ["?person=Mia", "1 row"],
    [`?person=${member.id}`, "1 row"],
    ["?person=%25", "0 rows"],
    ["?action=submit", "1 row"],
    ["?subject=c3", "1 row"],
    ["?subject=contribution", "7 rows"],
    ["?from=2026-03-01&to=2026-05-01", "3 rows"],
    ["?from=yesterday", "7 rows"],
    ["?person='%20or%201=1--", "0 rows"],
  ] as const)
    expect(await read(query), query).toContain(rows);
  const csv = await (await browser.get("/admin/audit/export.csv?action=submit")).text();
  expect(csv.trim().split("\r\n")).toHaveLength(2);
  expect(csv).toContain(`"'=Mia"`);
  expect((await member.browser.get("/admin/audit")).status).toBe(404);
});
