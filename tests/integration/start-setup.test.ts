import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runNode } from "../support/run-program";
import { tempFolder } from "../support/temp";

const root = join(import.meta.dirname, "..", "..");

/** A clone with the set-up scripts and no dependencies, so that npm has nothing to fetch. */
function emptyClone(): string {
  const folder = tempFolder();
  mkdirSync(join(folder, "server"));
  cpSync(join(root, "server", "setup.mjs"), join(folder, "server", "setup.mjs"));
  writeLock(folder, "1.0.0");
  return folder;
}

function writeLock(folder: string, version: string): void {
  const manifest = { name: "clone", version };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(
    join(folder, "package-lock.json"),
    JSON.stringify({ ...manifest, lockfileVersion: 3, requires: true, packages: { "": manifest } }),
  );
}

const runScript = (folder: string, script: string, env: NodeJS.ProcessEnv = process.env) =>
  runNode(["--input-type=module", "-e", script], { cwd: folder, env });

const install = (folder: string) =>
  runScript(folder, 'import { ensureInstalled } from "./server/setup.mjs"; await ensureInstalled({ quiet: true });');

test("dependencies are installed when missing, once, and again when the lock file changed", async () => {
  const folder = emptyClone();
  const first = await install(folder);
  expect(first).toMatchObject({ code: 0, stdout: "" });
  expect(first.stderr).toMatch(/^Installing dependencies \(npm ci\) …/);
  expect(await install(folder)).toEqual({ code: 0, stdout: "", stderr: "" });
  writeLock(folder, "1.0.1");
  rmSync(join(folder, "node_modules", ".package-lock.json"), { force: true });
  expect((await install(folder)).stderr).toMatch(/^Installing dependencies/);
});

test("an install of one's own that fits the lock file is taken as it is", async () => {
  const folder = emptyClone();
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages: {} }));
  expect(await install(folder)).toEqual({ code: 0, stdout: "", stderr: "" });
});

test("dependencies that other folders share through a link are left alone", async () => {
  const folder = emptyClone();
  const shared = tempFolder();
  writeFileSync(join(shared, "kept"), "");
  symlinkSync(shared, join(folder, "node_modules"));
  const { code, stderr } = await install(folder);
  expect(stderr).toMatch(/ is a link, and what it leads to is not what package-lock\.json asks for\..*\n$/);
  expect(code).toBe(1);
  expect(existsSync(join(shared, "kept"))).toBe(true);
});

test("an install that fails is one line more and exit code 1", async () => {
  const folder = emptyClone();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "clone", dependencies: { "left-out": "1.0.0" } }));
  const { code, stderr } = await install(folder);
  expect(stderr).toMatch(/\nThe dependencies could not be installed: npm ci failed\.\n$/);
  expect(code).toBe(1);
});

test("two processes never run the same task at once, and a lock that a killed process left is removed", async () => {
  const folder = emptyClone();
  mkdirSync(join(folder, ".cache"));
  writeFileSync(join(folder, ".cache", "task.lock"), "999999999");
  const script = `
    import { alone } from "./server/setup.mjs";
    import { appendFileSync } from "node:fs";
    await alone("task", async () => {
      appendFileSync("order", "begin ");
      await new Promise((resolve) => setTimeout(resolve, 300));
      appendFileSync("order", "end ");
    });`;
  const results = await Promise.all([1, 2, 3].map(() => runScript(folder, script)));
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(readFileSync(join(folder, "order"), "utf8")).toBe("begin end begin end begin end ");
  expect(existsSync(join(folder, ".cache", "task.lock"))).toBe(false);
});

const find = (env: Record<string, string>) =>
  runScript(
    root,
    `import { ensureChromium, findChromium } from "./tests/support/find-chromium.mjs";
     process.env.PLAYWRIGHT_BROWSERS_PATH = "/nowhere";
     if (process.env.CHROMIUM_PATH) await ensureChromium().then(console.log, (error) => console.log(error.message));
     else console.log(await findChromium());`,
    { NODE_ENV: "test", ...env },
  );

test("a Chromium is looked for in CHROMIUM_PATH, then on this machine", async () => {
  const folder = tempFolder();
  const program = join(folder, "chromium");
  writeFileSync(program, "#!/bin/sh\n");
  const before = await find({ PATH: folder });
  chmodSync(program, 0o755);
  expect(before.stdout).not.toContain(program);
  expect((await find({ PATH: folder })).stdout).toBe(`${program}\n`);
  expect((await find({ CHROMIUM_PATH: program })).stdout).toBe(`${program}\n`);
  rmSync(program);
  expect((await find({ CHROMIUM_PATH: program })).stdout).toBe(`CHROMIUM_PATH leads to no program file: ${program}\n`);
});
