// `npm test`: from a fresh clone to a line of totals. `npm test -- lint types` runs only what is named.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "../server/build.mjs";
import { checkNode, ensureInstalled, giveUp, root } from "../server/setup.mjs";
import { ensureChromium } from "./support/find-chromium.mjs";

const reports = join(root, ".cache", "test");
const program = (...path) => join(root, "node_modules", ...path);

/** One thing is checked: it holds or it does not. */
function single(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

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
    count: countVitest,
  },
  {
    name: "browser",
    args: [program("playwright", "cli.js"), "test", "--reporter=list,json", "--pass-with-no-tests"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "playwright.json") },
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
const total = { passed: 0, failed: 0, skipped: 0 };
for (const step of chosen) {
  console.log(`\n── ${step.name} ${"─".repeat(60 - step.name.length)}`);
  const begun = performance.now();
  const counts = step.count(await runStep(step));
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`${step.name}: ${totals(counts)} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
console.log(`\n${totals(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function totals({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

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

/** A run that failed outside its tests (a file that does not load, an error nobody caught) counts as one failure. */
function atLeastOne(code, counts) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function countVitest(code) {
  const report = readReport("vitest.json");
  if (!report) return single(code || 1);
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return atLeastOne(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

function countPlaywright(code) {
  const report = readReport("playwright.json");
  if (!report) return single(code || 1);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return atLeastOne(code, { passed: expected + flaky, failed: unexpected, skipped });
}
