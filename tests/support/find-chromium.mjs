// Where browser tests get their Chromium from. Plain JavaScript: `npm test` asks before anything is built.
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const nothingFound =
  "No Chromium was found for the browser tests. Install Chromium or Chrome, or set CHROMIUM_PATH to its program file.";

/** What the search asks of a machine, and does to it. */
const thisMachine = {
  isRoot: process.getuid?.() === 0,
  isProgram,
  /** Where Playwright puts its own download. */
  download: async () => (await import("playwright")).chromium.executablePath(),
  run(command, args, env) {
    console.log(`No Chromium here: ${[command, ...args].join(" ")} …`);
    spawnSync(command, args, {
      stdio: "inherit",
      timeout: 10 * 60_000,
      env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
    });
  },
};

/** A Chromium that is there: CHROMIUM_PATH, one on this machine, or Playwright's own download. */
export async function findChromium(env = process.env, machine = thisMachine) {
  if (env.CHROMIUM_PATH) return machine.isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const candidates = [...foldersOf(env).flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  const found = candidates.find(machine.isProgram);
  if (found) return found;
  const download = await machine.download();
  return machine.isProgram(download) ? download : undefined;
}

/**
 * A Chromium, fetched when there is none: by Playwright, or as Debian's package where this account may install it.
 * @throws Error whose message is one line for the person who runs the tests.
 */
export async function ensureChromium(env = process.env, machine = thisMachine) {
  const found = await findChromium(env, machine);
  if (found) return found;
  if (env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH leads to no program file: ${env.CHROMIUM_PATH}`);
  for (const [command, ...args] of waysToFetch(env, machine)) {
    machine.run(command, args, env);
    const fetched = await findChromium(env, machine);
    if (fetched) return fetched;
  }
  throw new Error(nothingFound);
}

function waysToFetch(env, { isRoot, isProgram }) {
  const cli = join(import.meta.dirname, "..", "..", "node_modules", "playwright", "cli.js");
  const ways = [[process.execPath, cli, "install", "chromium"]];
  const isDebian = foldersOf(env).some((folder) => isProgram(join(folder, "apt-get")));
  if (isDebian && isRoot) ways.push(["apt-get", "update"], ["apt-get", "install", "--yes", "chromium"]);
  return ways;
}

const foldersOf = (env) => (env.PATH ?? "").split(delimiter).filter(Boolean);

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
