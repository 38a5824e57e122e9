import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { createSessions } from "~/domain/people/sessions.server";
import { openDatabase } from "~db/client.server";
import { aPerson } from "../support/a-contribution";
import { addCity } from "../support/contribution-server";
import { aCoordinator, aNetwork, aPublishable } from "../support/publishable";
import { polylogue } from "../support/run-program";
import { startServer } from "../support/start-server";
import { tempFolder } from "../support/temp";

/** `KILLS=200 npx vitest run tests/integration/killed.test.ts` takes minutes. */
const kills = Number(process.env.KILLS ?? 8);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e6));

beforeAll(() => polylogue(["--version"]));

/** Numbers from 0 to 1 that a seed brings back. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function accepted(count: number) {
  const env = { DATA_DIR: join(tempFolder(), "data"), SEEDS: "false", LOG_LEVEL: "silent" };
  await polylogue(["doctor"], env);
  const connections = openDatabase(join(env.DATA_DIR, "polylogue.sqlite"));
  const { db, sqlite } = connections;
  // No kill comes before the server runs.
  sqlite.pragma("synchronous = OFF");
  await addCity(db, "testville");
  await aNetwork(db);
  const ada = await aPerson(db, "ada@city.example");
  const cleo = await aCoordinator(db, "cleo@city.example");
  const ids: string[] = [];
  for (let number = 0; number < count; number++) {
    ids.push(await aPublishable(db, [ada], { fields: { title: `Rent office number ${number}` } }));
  }
  const sessions = createSessions({ ...connections, now: () => new Date() });
  const cookie = await sessions.start(cleo.person.id, { userAgent: null, address: "" }, null, false);
  await connections.close();
  return { env, ids, cookie: cookie.split(";")[0] ?? "" };
}

/** What stands in the database of each contribution: all of a publication, or nothing of it. */
async function readParts(dataDir: string) {
  const connections = openDatabase(join(dataDir, "polylogue.sqlite"));
  try {
    const { rows } = await sql<
      Record<"id" | "status" | "entry" | "versions" | "events" | "told", string | number | null>
    >`
      select c.id, c.status, e.id as entry,
        (select count(*) from entry_version v where v.contribution_id = c.id) as versions,
        (select count(*) from audit_event a where a.subject_id = c.id and a.action = 'publish') as events,
        (select count(*) from notification n where n.subject_id = c.id and n.kind = 'contribution-published') as told
      from contribution c left join entry e on e.id = c.entry_id`.execute(connections.readDb);
    const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(connections.readDb);
    const references = await sql`pragma foreign_key_check`.execute(connections.readDb);
    return { rows, sound: integrity.rows[0]?.integrity_check === "ok" && references.rows.length === 0 };
  } finally {
    await connections.close();
  }
}

const publish = (origin: string, id: string, cookie: string) =>
  fetch(`${origin}/contributions/${id}/publish`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: origin },
    body: new URLSearchParams({ form: "publish", note: "" }),
    redirect: "manual",
  });

test(`killed ${kills} times while it publishes (seed ${seed}), it loses nothing that it acknowledged and leaves nothing by halves`, {
  timeout: 60_000 + kills * 60_000,
}, async () => {
  const random = randomFrom(seed);
  const perStart = 6;
  const { env, ids, cookie } = await accepted(kills * perStart);
  const acknowledged = new Set<string>();
  /** How long the first, second … publication after a start took last: the server is killed in the middle of one. */
  const took = Array.from({ length: perStart }, () => 60);
  let cutShort = 0;
  for (let kill = 0; kill < kills; kill++) {
    const server = await startServer(env);
    const fatal = Math.floor(random() * perStart);
    const moment = random();
    try {
      for (const [index, id] of ids.slice(kill * perStart, (kill + 1) * perStart).entries()) {
        if (index === fatal) void setTimeout(moment * (took[index] ?? 0)).then(() => server.stop("SIGKILL"));
        const begun = performance.now();
        const answer = await publish(server.origin, id, cookie);
        expect(answer.status).toBe(302);
        took[index] = performance.now() - begun;
        acknowledged.add(id);
      }
    } catch (error) {
      // What was under way when the server died is answered by nobody.
      if (!(error instanceof TypeError)) throw error;
      cutShort += 1;
    }
    await server.stop("SIGKILL");
    const { rows, sound } = await readParts(env.DATA_DIR);
    expect(sound, `kill ${kill}`).toBe(true);
    for (const { id, status, entry, ...parts } of rows) {
      const whole = { versions: 1, events: 1, told: 1 };
      const nothing = { versions: 0, events: 0, told: 0 };
      expect(parts, `kill ${kill}: ${id} is ${status}`).toEqual(status === "published" ? whole : nothing);
      expect(entry !== null).toBe(status === "published");
      if (acknowledged.has(String(id))) expect(status, `kill ${kill}`).toBe("published");
    }
  }
  expect(cutShort, "most were killed while they published").toBeGreaterThan(kills / 2);
  expect((await polylogue(["audit", "verify"], env)).code).toBe(0);
  // What the outbox still held is brought into the index at the next start.
  const server = await startServer(env);
  const published = (await readParts(env.DATA_DIR)).rows.filter(({ status }) => status === "published").length;
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${server.origin}/api/v1/search?q=rent+office&type=practice`);
        return ((await answer.json()) as { total: number }).total;
      },
      { timeout: 15_000 },
    )
    .toBe(published);
  await server.stop();
});

const strace = spawnSync("strace", ["-V"]).status === 0;

test.skipIf(!strace)("what is acknowledged is on the disk: it is synchronised before the answer", async () => {
  const { env, ids, cookie } = await accepted(1);
  const server = await startServer(env);
  await expect.poll(async () => (await fetch(`${server.origin}/readyz`)).status, { timeout: 15_000 }).toBe(200);
  const tracer = spawn("strace", [
    "-f",
    "-y",
    "-e",
    "trace=fdatasync,fsync,writev,write,sendto",
    "-p",
    String(server.process.pid),
  ]);
  let trace = "";
  tracer.stderr.on("data", (text) => {
    trace += text;
  });
  await expect.poll(() => trace).toContain("attached");
  expect((await publish(server.origin, ids[0] ?? "", cookie)).status).toBe(302);
  await expect.poll(() => trace).toContain("302 Found");
  tracer.kill();
  const lines = trace.split("\n");
  const answered = lines.findIndex((line) => line.includes("302 Found"));
  const synced = lines.findIndex((line) => /f(data)?sync\(\d+<[^>]*polylogue\.sqlite-wal>/.test(line));
  expect(synced).toBeGreaterThanOrEqual(0);
  expect(synced).toBeLessThan(answered);
  await server.stop();
});
