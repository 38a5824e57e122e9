// Where browser tests get their Chromium from. Plain JavaScript: `npm test` asks before anything is built.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
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

/** A Chromium that is there: CHROMIUM_PATH, one on this machine, or Playwright's own download. */
export async function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) return isProgram(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places];
  const found = candidates.find(isProgram);
  if (found) return found;
  const { chromium } = await import("playwright");
  return isProgram(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/**
 * A Chromium, fetched when there is none: by Playwright, or as Debian's package where this account may install it.
 * @throws Error whose message is one line for the person who runs the tests.
 */
export async function ensureChromium(env = process.env) {
  const found = await findChromium(env);
  if (found) return found;
  if (env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH leads to no program file: ${env.CHROMIUM_PATH}`);
  for (const [command, ...args] of ways(env)) {
    console.log(`No Chromium here: ${[command, ...args].join(" ")} …`);
    spawnSync(command, args, {
      stdio: "inherit",
      timeout: 10 * 60_000,
      env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
    });
    const fetched = await findChromium(env);
    if (fetched) return fetched;
  }
  throw new Error(nothingFound);
}

function ways(env) {
  const cli = join(import.meta.dirname, "..", "..", "node_modules", "playwright", "cli.js");
  const ways = [[process.execPath, cli, "install", "chromium"]];
  const apt = (env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "apt-get")));
  if (apt && process.getuid?.() === 0) ways.push(["apt-get", "update"], ["apt-get", "install", "--yes", "chromium"]);
  return ways;
}

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
