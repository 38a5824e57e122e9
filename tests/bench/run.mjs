// Measures, holds the numbers against limits.ts and prints one JSON: `npm run bench [-- --quick] [-- --only search]`;
// `npm run bench:search` measures the speed of the search engines alone; with
// `--write`, into docs/performance.md.
// Ends with 1 when a limit is not kept. Progress goes to standard error.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ensureBuilt } from "../../server/build.mjs";
import { giveUp, root } from "../../server/setup.mjs";

// Two folders below the root, as the sources are: what they bring in finds the repository from there.
const folder = join(root, "build", `bench-${process.pid}`);
const quick = process.argv.includes("--quick");
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;
/** Each part is a script that prints JSON. */
const parts = ["search", "links", "speed", "server", "bombs"];

/** Bundles `tests/bench/<name>.ts`. @returns where the bundle is. */
async function bundle(name) {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(root, "tests", "bench", `${name}.ts`)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    tsconfig: join(root, "tsconfig.json"),
    logLevel: "error",
  });
  return outfile;
}

async function measure(part) {
  const program = await bundle(`${part}-bench`);
  console.error(`Measuring ${part} …`);
  const { status, stdout } = spawnSync(process.execPath, ["--expose-gc", program, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, BENCH_ROOT: root },
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`The ${part} part of the bench failed.`);
  return JSON.parse(stdout);
}

/** Puts the measured speed into docs/performance.md, tables and charts. */
async function writeReport(speed) {
  const { reportSpeed } = await import(pathToFileURL(await bundle("speed-report")));
  const { charts, tables } = reportSpeed(speed);
  const docs = join(root, "docs");
  for (const [name, svg] of Object.entries(charts)) writeFileSync(join(docs, name), svg);
  const page = join(docs, "performance.md");
  const [before, , after] = readFileSync(page, "utf8").split(/<!-- \/?measured -->/);
  writeFileSync(page, `${before}<!-- measured -->\n\n${tables}\n\n<!-- /measured -->${after}`);
}

if (only !== undefined && !parts.includes(only))
  giveUp(`There is no part “${only}”. The parts are ${parts.join(", ")}.`);
await ensureBuilt({ quiet: true });
mkdirSync(folder, { recursive: true });
try {
  // A machine that is busy with other things measures these, too.
  const busyBefore = Math.round((loadavg()[0] ?? 0) * 10) / 10;
  const measured = {};
  for (const part of parts) if (only === undefined || part === only) measured[part] = await measure(part);
  const { compareWithLimits } = await import(pathToFileURL(await bundle("limits")));
  const limits = compareWithLimits(measured);
  const ok = limits.every((limit) => limit.ok !== false);
  if (process.argv.includes("--write")) await writeReport(measured.speed);
  const machine = { node: process.version, cores: cpus().length, busyBefore };
  console.log(JSON.stringify({ ok, quick, machine, limits, ...measured }, null, 2));
  for (const { name, measured: value, limit, ok: kept } of limits) {
    if (kept === false) console.error(`Not kept: ${name} is ${value}, the limit is ${limit}.`);
    if (kept === null) console.error(`Not measured: ${name}.`);
  }
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
