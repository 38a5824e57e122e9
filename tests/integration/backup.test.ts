import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { createSessions } from "~/domain/people/sessions.server";
import { readEnv } from "~/env.server";
import { createServices } from "~/services.server";
import { type DatabaseConnections, openDatabase } from "~db/client.server";
import { backupCommand } from "../../cli/backup";
import { restoreCommand } from "../../cli/restore";
import { aPerson } from "../support/a-contribution";
import { polylogue } from "../support/run-program";
import { startServer } from "../support/start-server";
import { tempFolder } from "../support/temp";

/** `BACKUPS=50 npx vitest run tests/integration/backup.test.ts` takes minutes. */
const times = Number(process.env.BACKUPS ?? 12);

// Builds, when need be, which is said on stderr.
beforeAll(() => polylogue(["--version"]));

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** A server with somebody who writes on and on: each draft comes with a file. */
async function aBusyServer() {
  const folder = tempFolder();
  const env = { DATA_DIR: join(folder, "data"), SEEDS: "false", LOG_LEVEL: "silent" };
  const server = await startServer(env);
  const connections = openDatabase(join(env.DATA_DIR, "polylogue.sqlite"));
  const actor = await aPerson(connections.db, "ada@city.example");
  const sessions = createSessions({ ...connections, now: () => new Date() });
  const cookie = await sessions.start(actor.person.id, { userAgent: null, address: "" }, null, false);
  await connections.close();
  writeFileSync(join(env.DATA_DIR, "thesaurus.yaml"), "- en: [rent, tenancy]\n");
  const headers = { Cookie: cookie.split(";")[0] ?? "", Origin: server.origin };
  const post = (path: string, body: URLSearchParams | FormData) =>
    fetch(server.origin + path, { method: "POST", headers, body, redirect: "manual" });
  let stopped = false;
  let drafts = 0;
  /** So many may be written: a library that grows as long as it is backed up would make the later backups slow. */
  let allowed = 10;
  const write = async () => {
    const begun = await post(
      "/contributions/new",
      new URLSearchParams({ form: "new", kind: "practice", title: `Draft ${drafts}`, language: "en" }),
    );
    drafts += 1;
    const path = begun.headers.get("Location")?.replace("/edit", "/files") ?? "";
    const form = new FormData();
    for (const [name, value] of Object.entries({ form: "add", alternativeText: "", caption: "" }))
      form.set(name, value);
    form.set("file", new Blob([`indicator,value\nrent,${drafts}\n`]), "rents.csv");
    const added = await post(path, form);
    expect([begun.status, added.status]).toEqual([302, 302]);
  };
  const writing = (async () => {
    while (!stopped) {
      if (drafts < allowed) await write();
      await setTimeout(30);
    }
  })();
  const stop = async () => {
    stopped = true;
    await writing;
    await server.stop();
  };
  onTestFinished(stop);
  const goOn = () => {
    allowed = drafts + 10;
  };
  return { folder, env, written: () => drafts, goOn, stop };
}

/** In this process: a process for each would spend most of the time on starting. */
async function backUp(folder: string, env: Record<string, string>): Promise<void> {
  const open = () => createServices(readEnv(env), { background: false });
  expect(await backupCommand([folder], open)).toBe(0);
}

async function restore(folder: string, env: Record<string, string>): Promise<void> {
  expect(await restoreCommand([folder], readEnv(env))).toBe(0);
}

const countIn = async ({ readDb }: DatabaseConnections, table: "contribution" | "contribution_file") =>
  (
    await readDb
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow()
  ).n;

test(`${times} backups of a library in which somebody writes: each is whole, and as it was at one moment`, {
  timeout: 120_000 + times * 60_000,
}, async () => {
  const { folder, env, written, goOn, stop } = await aBusyServer();
  vi.spyOn(console, "log").mockImplementation(() => {});
  const seen: number[] = [];
  try {
    for (let time = 0; time < times; time++) {
      const backup = join(folder, `backup-${time}`);
      goOn();
      const before = written();
      await backUp(backup, env);
      const elsewhere = { ...env, DATA_DIR: join(folder, `restored-${time}`) };
      await restore(backup, elsewhere);
      const connections = openDatabase(join(elsewhere.DATA_DIR, "polylogue.sqlite"));
      try {
        const drafts = await countIn(connections, "contribution");
        const files = await connections.readDb.selectFrom("contribution_file").select("sha256").execute();
        expect(drafts).toBeGreaterThanOrEqual(before);
        expect(drafts).toBeLessThanOrEqual(written() + 1);
        // A draft comes in one transaction and its file in the next: nothing else can be between them.
        expect(drafts - files.length).toBeLessThanOrEqual(1);
        for (const { sha256 } of files)
          expect(hashOf(readFileSync(join(elsewhere.DATA_DIR, "files", sha256)))).toBe(sha256);
        seen.push(drafts);
      } finally {
        await connections.close();
      }
      if (time === 0) expect(await polylogue(["doctor"], elsewhere)).toMatchObject({ code: 0, stderr: "" });
      expect(readFileSync(join(elsewhere.DATA_DIR, "thesaurus.yaml"), "utf8")).toContain("tenancy");
      rmSync(backup, { recursive: true });
      rmSync(elsewhere.DATA_DIR, { recursive: true });
    }
  } finally {
    await stop();
  }
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(new Set(seen).size, "somebody wrote between and during the backups").toBeGreaterThan(times / 2);
});

test("a damaged backup, a full folder and an unfinished backup are refused by name, and nothing is written", async () => {
  const { folder, env, written, stop } = await aBusyServer();
  await expect.poll(written, { timeout: 30_000 }).toBeGreaterThan(1);
  const backup = join(folder, "backup");
  expect(await polylogue(["backup", backup], env)).toMatchObject({ code: 0 });
  await stop();
  expect(await polylogue(["backup", backup], env)).toMatchObject({
    code: 1,
    stderr: `${backup} exists already: a backup is a new folder.\n`,
  });
  expect((await polylogue(["restore", backup], env)).stderr).toMatch(/is not empty\. Stop the server/);

  const elsewhere = { ...env, DATA_DIR: join(folder, "elsewhere") };
  const refused = async (says: RegExp) => {
    const { code, stderr } = await polylogue(["restore", backup], elsewhere);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
    expect(existsSync(elsewhere.DATA_DIR)).toBe(false);
  };
  const [name = ""] = readdirSync(join(backup, "files"));
  const file = join(backup, "files", name);
  const bytes = readFileSync(file);
  appendFileSync(file, "!");
  await refused(new RegExp(`files/${name} is not as it was written`));
  rmSync(file);
  await refused(new RegExp(`files/${name} is missing`));
  writeFileSync(file, bytes);
  const database = readFileSync(join(backup, "polylogue.sqlite"));
  writeFileSync(
    join(backup, "polylogue.sqlite"),
    Buffer.concat([database.subarray(0, 5000), Buffer.alloc(100, 7), database.subarray(5100)]),
  );
  await refused(/polylogue\.sqlite is not as it was written/);
  writeFileSync(join(backup, "polylogue.sqlite"), database);
  const manifest = readFileSync(join(backup, "backup.json"), "utf8");
  writeFileSync(join(backup, "backup.json"), manifest.replace(/"path": "files\/[^"]+"/, '"path": "../outside"'));
  await refused(/backup\.json is damaged/);
  rmSync(join(backup, "backup.json"));
  await refused(/is no backup, or one that was cut short/);
  writeFileSync(join(backup, "backup.json"), manifest);
  expect(await polylogue(["restore", backup], elsewhere)).toMatchObject({ code: 0, stderr: "" });

  rmSync(join(elsewhere.DATA_DIR, "files", name));
  const doctor = await polylogue(["doctor"], elsewhere);
  expect(doctor.code).toBe(1);
  expect(doctor.stdout).toContain(`wrong  files: ${name} is missing`);
});
