// What must be there before anything else can run. Plain JavaScript without dependencies: it installs them.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const oldestNode = [20, 19];

/** Ends with one line and exit code 1. */
export function giveUp(line) {
  console.error(line);
  process.exit(1);
}

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  giveUp(`Polylogue needs Node ${oldestNode.join(".")} or newer; this is ${version}. See https://nodejs.org.`);
}

const lockFile = join(root, "package-lock.json");
const installStamp = join(root, "node_modules", ".polylogue-installed");
/** Native modules are built for one version of Node's interface. */
const platform = `${process.versions.modules} ${process.platform}-${process.arch}`;
const wantedInstall = () => `${createHash("sha256").update(readFileSync(lockFile)).digest("hex")} ${platform}`;
const installed = () => (existsSync(installStamp) ? readFileSync(installStamp, "utf8") : undefined);
const isInstalled = () => installed() === wantedInstall();

/** Installs the dependencies when they are missing or not those of the lock file. */
export async function ensureInstalled({ quiet = false } = {}) {
  if (isInstalled()) return;
  await alone("install", async () => {
    if (isInstalled()) return;
    const sameNode = installed()?.endsWith(platform) ?? true;
    if (sameNode && matchesLockFile()) return markInstalled();
    refuseLink();
    console.error("Installing dependencies (npm ci) …");
    run("npm", ["ci", "--include=dev"], {
      quiet,
      otherwise: "The dependencies could not be installed: npm ci failed.",
    });
    markInstalled();
  });
}

/** `npm ci` would empty the folder that a link leads to, under whoever else uses it. */
function refuseLink() {
  const folder = join(root, "node_modules");
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    giveUp(
      `${folder} is a link, and what it leads to is not what package-lock.json asks for. Remove the link, or install there.`,
    );
  }
}

function markInstalled() {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(installStamp, wantedInstall());
}

/** Whether somebody's own `npm ci` or `npm install` brought just what the lock file says. */
function matchesLockFile() {
  const hidden = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const present = packages(hidden);
  return Object.entries(packages(lockFile)).every(
    ([path, { version, optional, peer }]) =>
      path === "" || (present[path] ? present[path].version === version : optional || peer),
  );
}

/** Runs a program of the project's and gives up when it fails. What it prints goes to stderr when stdout must stay clean. */
export function run(command, args, { quiet = false, otherwise, env = process.env }) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ["ignore", quiet ? 2 : 1, 2],
    shell: process.platform === "win32",
  });
  if (error || status !== 0) giveUp(`${otherwise}${error ? ` (${error.message})` : ""}`);
}

const locks = join(root, ".cache");

/** Runs `task` while no other process of this clone runs one of the same name. */
export async function alone(name, task) {
  const lock = join(locks, `${name}.lock`);
  mkdirSync(locks, { recursive: true });
  for (let tries = 1; !take(lock); tries++) {
    if (tries === 10) console.error(`Waiting for another process that runs the ${name} …`);
    await wait(100);
  }
  const free = () => rmSync(lock, { force: true });
  process.once("exit", free);
  try {
    return await task();
  } finally {
    process.off("exit", free);
    free();
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  // Left by a process that was killed: moved aside first, so that only one of those who wait can remove it.
  if (isStale(lock)) {
    const aside = `${lock}.${process.pid}`;
    try {
      renameSync(lock, aside);
      rmSync(aside, { force: true });
    } catch {}
  }
  return false;
}

function isStale(lock) {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Just created, the process id not yet written.
    if (!holder) return Date.now() - statSync(lock).mtimeMs > 5000;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}
