// `npm test`: from a fresh clone to a line of totals. `npm test -- lint types` runs only what is named.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "../server/build.mjs";
import { checkNode, ensureInstalled, giveUp, root } from "../server/setup.mjs";
import { ensureChromium } from "./support/find-chromium.mjs";
import { addUp, countPlaywright, countVitest, exitCode, inWords, single } from "./support/test-totals.mjs";

const reports = join(root, ".cache", "test");
const program = (...path) => join(root, "node_modules", ...path);

const steps = [
  {
    name: "lint",
    args: [program("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."],
    count: single,
  },
  { name: "types", args: [program("typescript", "bin", "tsc"), "--noEmit"], count: single },
  {
    name: "imports",
    args: [
      program("dependency-cruiser", "bin", "dependency-cruise.mjs"),
      ..."app db search seeds server cli".split(" "),
      "--config",
      ".dependency-cruiser.cjs",
    ],
    count: single,
  },
  { name: "knip", args: [program("knip", "bin", "knip.js")], count: single },
  {
    name: "vitest",
    args: [
      program("vitest", "vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${join(reports, "vitest.json")}`,
    ],
    report: "vitest.json",
    count: countVitest,
  },
  {
    name: "browser",
    args: [program("playwright", "cli.js"), "test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "playwright.json") },
    report: "playwright.json",
    count: countPlaywright,
  },
];

checkNode();
await ensureInstalled();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !steps.some((step) => step.name === name));
if (unknown) giveUp(`There is no step “${unknown}”. The steps are ${steps.map(({ name }) => name).join(", ")}.`);
const chosen = steps.filter(({ name }) => asked.length === 0 || asked.includes(name));

const env = {
  ...process.env,
  CI: "1",
  // Elsewhere than in CI a machine without a server may skip what is tested on it.
  MEILISEARCH_OPTIONAL: process.env.CI ? "" : "1",
  NODE_ENV: "test",
  ...(process.stdout.isTTY ? {} : { NO_COLOR: "1" }),
};
if (chosen.some(({ name }) => name === "browser")) {
  env.CHROMIUM_PATH = await ensureChromium().catch((error) => giveUp(error.message));
  console.log(`Chromium: ${env.CHROMIUM_PATH}`);
}
if (chosen.some(({ name }) => name === "vitest" || name === "browser")) await ensureBuilt();
if (!existsSync(join(root, "..", "shared", "documents"))) {
  console.log("The folder ../shared/documents is absent: the tests that import the source documents are skipped.");
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const counted = [];
for (const step of chosen) {
  console.log(`\n── ${step.name} ${"─".repeat(60 - step.name.length)}`);
  const begun = performance.now();
  const counts = step.count(await runStep(step), step.report && readReport(step.report));
  counted.push(counts);
  console.log(`${step.name}: ${inWords(counts)} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
const total = addUp(counted);
console.log(`\n${inWords(total)}`);
process.exitCode = exitCode(total);

function runStep({ args, env: more }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, ...more },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), "utf8"));
  } catch {
    return undefined;
  }
}
