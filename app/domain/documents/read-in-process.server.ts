import { execFile } from "node:child_process";
import { join } from "node:path";
import type { ImportedDocument } from "./import/imported-document";

type Read =
  | { document: ImportedDocument; sha256: string; problem?: undefined }
  /** A sentence of the importer's; or that it was too much. */
  | { problem: string | "too-much" };

const patienceMs = 30_000;
const mostMegabytes = 768;
const mostOutput = 8 * 1024 * 1024;
const mostAtOnce = 1;
let running = 0;

/** Reads a file as `polylogue import --dry-run` does, within limits of time and memory. `name` is what its sender calls it. */
export async function readInProcess(root: string, path: string, name: string): Promise<Read | { problem: "busy" }> {
  if (running >= mostAtOnce) return { problem: "busy" };
  running++;
  try {
    return (await run(join(root, "build", "programs", "document-reader.js"), path, name)) ?? { problem: "too-much" };
  } finally {
    running--;
  }
}

const run = (program: string, path: string, name: string) =>
  new Promise<Read | null>((resolve) => {
    const args = [`--max-old-space-size=${mostMegabytes}`, program, path, name];
    // It inherits no setting, and so no secret.
    const env: NodeJS.ProcessEnv = { NODE_ENV: "production" };
    const limits = { timeout: patienceMs, killSignal: "SIGKILL", maxBuffer: mostOutput, env } as const;
    execFile(process.execPath, args, limits, (error, stdout) => resolve(error ? null : (JSON.parse(stdout) as Read)));
  });
