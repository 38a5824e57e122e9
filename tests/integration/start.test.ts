import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { runProgram } from "../support/run-program";
import { cleanEnv, type RunningServer, startServer } from "../support/start-server";
import { tempFolder } from "../support/temp";

const root = join(import.meta.dirname, "..", "..");
const file = (folder: string) => join(folder, "polylogue.sqlite");
const start = (env: Record<string, string>) => runProgram("server/start.mjs", [], env);

async function started(env: Record<string, string>): Promise<RunningServer> {
  const server = await startServer(env);
  onTestFinished(async () => {
    await server.stop("SIGKILL");
  });
  return server;
}

/** Ends whatever is left of a shell and what it started. */
function endGroup(id: number | undefined): void {
  try {
    if (id !== undefined) process.kill(-id, "SIGKILL");
  } catch (error) {
    // All of them have ended, as they should.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}

/** What the log of a server says, without its details. */
const messages = (server: RunningServer): string[] =>
  server
    .stdout()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line).msg);

function withDatabase<T>(folder: string, work: (database: SQLite.Database) => T): T {
  const database = new SQLite(file(folder));
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** The entries, when each migration was made, and the tables: an index that is built anew gets new ones. */
const contents = (database: SQLite.Database) => ({
  entries: database.prepare("select * from entry order by id").all(),
  migrations: database.prepare("select * from kysely_migration order by name").all(),
  tables: database.prepare("select name, sql from sqlite_master order by name").all(),
});

// Builds, when need be, and gets no further.
beforeAll(() => start({ PORT: "none" }));

describe("npm start", () => {
  test("fills a new data folder, and says where it listens and where its data lives", async () => {
    const folder = join(tempFolder(), "new", "data");
    const server = await started({ DATA_DIR: folder });
    expect(server.stdout()).toMatch(/^Polylogue listens on http:\/\/localhost:\d+$/m);
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    const ready = await (await fetch(`${server.origin}/readyz`)).json();
    expect(ready.status).toBe("ready");
    expect(ready.checks.index.entries).toBeGreaterThan(100);
    expect(await server.stop()).toBe(0);
    expect(server.stdout()).toContain(`Its data lives in ${folder}`);
  });

  test("a second start loses nothing, and has nothing to install, build, migrate, seed or index", async () => {
    const folder = tempFolder();
    const first = await started({ DATA_DIR: folder });
    expect(await first.stop()).toBe(0);
    expect(messages(first)).toEqual(expect.arrayContaining(["seeded", "search index rebuilt", "listening"]));
    expect(messages(first).filter((message) => message === "search index rebuilt")).toHaveLength(1);
    withDatabase(folder, (database) => {
      // What the index does not hold, or comparing it with the database would rightly mend it.
      database.prepare("update entry set created_at = '2001-01-01T00:00:00.000Z' where kind = 'tool'").run();
    });
    const before = withDatabase(folder, contents);

    const second = await started({ DATA_DIR: folder });
    const { checks } = await (await fetch(`${second.origin}/readyz`)).json();
    expect(checks.index.entries).toBe(before.entries.length);
    expect(await second.stop()).toBe(0);
    expect(second.stderr()).toBe("");
    expect(messages(second)).toContain("listening");
    expect(messages(second)).not.toEqual(expect.arrayContaining([expect.stringMatching(/seed|index/)]));
    expect(withDatabase(folder, contents)).toEqual(before);
  });

  test("SEEDS=false leaves a new database empty", async () => {
    const folder = tempFolder();
    const server = await started({ DATA_DIR: folder, SEEDS: "false" });
    const { checks } = await (await fetch(`${server.origin}/readyz`)).json();
    expect(checks.index.entries).toBe(0);
  });

  test("SIGTERM lets an open request finish, takes no new one, and exits 0", async () => {
    const server = await started({ DATA_DIR: tempFolder(), SEEDS: "false" });
    const head =
      "POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n";
    const socket = connect(server.port, "127.0.0.1", () => socket.write(`${head}a=`));
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    const idle = await fetch(`${server.origin}/healthz`);
    expect(idle.headers.get("connection")).toBe("keep-alive");
    await idle.text();
    const ended = server.stop("SIGTERM");
    await expect.poll(() => refuses(server.port)).toBe(true);
    expect(answer).toBe("");
    socket.write("1");
    expect(await ended).toBe(0);
    expect(answer).toMatch(/^HTTP\/1\.1 \d{3} /);
    expect(answer).toMatch(/^Connection: close\r$/im);
  });

  test("when npm ends at SIGTERM and its shell passes nothing on, the server stops too", async () => {
    const folder = tempFolder();
    const env = cleanEnv({ DATA_DIR: folder, SEEDS: "false", npm_lifecycle_event: "start" });
    // The second command keeps the shell from becoming the server.
    const shell = spawn("sh", ["-c", `"${process.execPath}" server/start.mjs; :`], { cwd: root, env, detached: true });
    onTestFinished(() => endGroup(shell.pid));
    let out = "";
    shell.stdout.on("data", (data) => {
      out += data;
    });
    await expect.poll(() => out, { timeout: 40_000 }).toContain("listens on");
    shell.kill("SIGTERM");
    await expect.poll(() => out, { timeout: 30_000 }).toContain('"msg":"stopped"');
  });

  test("a second signal ends it at once", async () => {
    const server = await started({ DATA_DIR: tempFolder(), SEEDS: "false" });
    const socket = connect(server.port, "127.0.0.1", () =>
      socket.write("POST / HTTP/1.1\r\nHost: h\r\nOrigin: http://h\r\nContent-Length: 3\r\n\r\n"),
    );
    socket.on("error", () => {});
    await fetch(`${server.origin}/healthz`);
    const ended = server.stop("SIGINT");
    await expect.poll(() => refuses(server.port)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 400));
    server.process.kill("SIGINT");
    expect(await ended).toBe(1);
  });
});

describe("npm start says in one line what keeps it from starting, and exits 1", () => {
  const cases: [what: string, env: () => Record<string, string> | Promise<Record<string, string>>, line: RegExp][] = [
    ["a setting that is wrong", () => ({ PORT: "many" }), /^PORT must be a whole number/],
    ["a port in use", takenPort, /^Port \d+ is in use\./],
    [
      "a host that is not here",
      () => ({ HOST: "203.0.113.1", DATA_DIR: tempFolder() }),
      /^This machine has no address 203\.0\.113\.1\./,
    ],
    ["a data folder that is a file", dataFolderIsFile, /^The data folder .*: a file is in its place\./],
    ["a data folder below a file", dataFolderBelowFile, /^The data folder .*: a file is in its place\./],
    // Only Linux has this folder; elsewhere it can be made by nobody but root, and is refused in other words.
    ["a data folder where none can be", () => ({ DATA_DIR: "/proc/polylogue/data" }), /cannot be written \(E\w+\)\./],
    ["a database from a newer version", newerDatabase, /^The database is from a newer version of Polylogue/],
    [
      "a file that is no database",
      () => damaged(Buffer.from("not a database at all ".repeat(100))),
      /is damaged or no database\./,
    ],
    ["a database with a damaged page", damagedDatabase, /is damaged or no database\./],
    ["a folder in the place of the database", folderAsDatabase, /cannot be written\./],
  ];

  test.each(cases)("%s", async (_what, env, line) => {
    const { code, stdout, stderr } = await start({ DATA_DIR: tempFolder(), ...(await env()) });
    expect(stderr).toMatch(line);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(code).toBe(1);
  });

  test.skipIf(process.getuid?.() === 0)("a data folder that may not be written", async () => {
    const folder = tempFolder();
    chmodSync(folder, 0o500);
    const { code, stderr } = await start({ DATA_DIR: folder });
    expect(stderr).toMatch(/^The data folder .* cannot be written \(EACCES\)\./);
    expect(code).toBe(1);
  });

  test("a Node that is too old", () => {
    const script = `import { checkNode } from ${JSON.stringify(join(root, "server", "setup.mjs"))}; checkNode("18.20.4");`;
    const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(stderr).toBe("Polylogue needs Node 20.19 or newer; this is 18.20.4. See https://nodejs.org.\n");
    expect(status).toBe(1);
  });
});

async function takenPort(): Promise<Record<string, string>> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => void server.close());
  return { PORT: String((server.address() as AddressInfo).port) };
}

function dataFolderIsFile(): Record<string, string> {
  const path = join(tempFolder(), "data");
  writeFileSync(path, "");
  return { DATA_DIR: path };
}

function dataFolderBelowFile(): Record<string, string> {
  return { DATA_DIR: join(dataFolderIsFile().DATA_DIR ?? "", "below") };
}

function newerDatabase(): Record<string, string> {
  const folder = tempFolder();
  const database = new SQLite(file(folder));
  database.exec("create table kysely_migration (name text primary key, timestamp text not null)");
  database.exec("insert into kysely_migration values ('9999-from-the-future', '2099-01-01T00:00:00.000Z')");
  database.close();
  return { DATA_DIR: folder };
}

function damaged(content: Buffer): Record<string, string> {
  const folder = tempFolder();
  writeFileSync(file(folder), content);
  return { DATA_DIR: folder };
}

/** A sound header, then noise where the tables should be. */
function damagedDatabase(): Record<string, string> {
  const { DATA_DIR = "" } = newerDatabase();
  const content = readFileSync(file(DATA_DIR));
  content.fill(0xaa, 100);
  return damaged(content);
}

function folderAsDatabase(): Record<string, string> {
  const folder = tempFolder();
  mkdirSync(file(folder));
  return { DATA_DIR: folder };
}

function refuses(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(false);
    });
    socket.on("error", () => resolve(true));
  });
}
