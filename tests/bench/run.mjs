// Measures and prints one JSON: `npm run bench [-- --quick] [-- --only search]`. Progress goes to standard error.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Two folders below the root, as the sources are: what they bring in finds the repository from there.
const folder = join(root, "build", `bench-${process.pid}`);
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : null;

/** Each part is a script that prints JSON. A part that is not there is left out. */
const parts = ["search", "server"].filter((part) => !only || part === only);

async function run(part) {
  const source = join(root, "tests", "bench", `${part}-bench.ts`);
  if (!existsSync(source)) return undefined;
  const outfile = join(folder, `${part}.mjs`);
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    tsconfig: join(root, "tsconfig.json"),
    logLevel: "error",
  });
  process.stderr.write(`measuring ${part} …\n`);
  const { status, stdout } = spawnSync(process.execPath, ["--expose-gc", outfile, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, BENCH_ROOT: root },
    stdio: ["ignore", "pipe", "inherit"],
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`the ${part} part of the bench failed`);
  return JSON.parse(stdout);
}

mkdirSync(folder, { recursive: true });
try {
  const result = { node: process.version, cores: cpus().length, quick: process.argv.includes("--quick") };
  for (const part of parts) result[part] = await run(part);
  console.log(JSON.stringify(result, null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
