import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

export interface RunningMeilisearch {
  url: string;
  /** The master key. */
  key: string;
  port: number;
  /** Its database; `stop` leaves it when it was given. */
  folder: string;
  /** To be killed, stopped (SIGSTOP) and continued as a test likes. */
  pid: number;
  /** Ends it, a stopped one too, and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface MeilisearchOptions {
  /** Where it keeps its data: a new folder unless told. With the folder of another, it goes on from there. */
  folder?: string;
  port?: number;
  key?: string;
  /** More of the program's own options. */
  args?: string[];
}

const patienceMs = 20_000;

/** Runs a server on a free port of this machine, small in memory and silent to the outside. */
export async function runMeilisearch(program: string, options: MeilisearchOptions = {}): Promise<RunningMeilisearch> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), "polylogue-meilisearch-"));
  const port = options.port ?? (await freePort());
  const key = options.key ?? randomBytes(24).toString("base64url");
  const child = spawn(
    program,
    [
      ["--http-addr", `127.0.0.1:${port}`],
      ["--env", "production"],
      ["--db-path", join(folder, "data.ms")],
      ["--dump-dir", join(folder, "dumps")],
      ["--snapshot-dir", join(folder, "snapshots")],
      ["--max-indexing-memory", "256MiB"],
      ["--max-indexing-threads", "1"],
      ["--log-level", "WARN"],
      options.args ?? [],
    ].flat(),
    {
      env: { MEILI_NO_ANALYTICS: "true", MEILI_MASTER_KEY: key, NODE_ENV: "test" },
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let printed = "";
  const keep = (data: Buffer) => {
    printed = (printed + data).slice(-4000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      printed += error.message;
      resolve();
    });
    child.once("exit", () => resolve());
  }).then(() => {
    over = true;
    process.off("exit", kill);
    if (!options.folder) rmSync(folder, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + patienceMs;
  while (!(await answers(url))) {
    if (over || Date.now() > until) {
      kill();
      throw new Error(`Meilisearch did not start:\n${printed}`);
    }
    await setTimeout(20);
  }
  return {
    url,
    key,
    port,
    folder,
    pid: child.pid ?? 0,
    async stop(signal = "SIGKILL") {
      if (!over) child.kill(signal);
      // One that was stopped hears nothing else until it goes on.
      if (!over && signal !== "SIGKILL") child.kill("SIGCONT");
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
  await response?.body?.cancel();
  return response?.ok ?? false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
