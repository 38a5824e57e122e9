import { execFile } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import type { FileProblem } from "./file";

/** 64 megapixels: more than telephones take. */
const mostPixels = 64_000_000;
const longestSide = 2_400;
const patienceMs = 20_000;
const mostWaiting = 20;

const answer = z.union([
  z.object({ width: z.number(), height: z.number(), bytes: z.number() }),
  z.object({ problem: z.enum(["pixels", "damaged"]) }),
]);
type Answer = { width: number; height: number; bytes: number } | { problem: FileProblem };

export type RewritePicture = (input: string, output: string) => Promise<Answer>;

/** Writes pictures anew as WebP, without what cameras add to them: one at a time, each in a process of its own. */
export function createPictureWriter(root: string): RewritePicture {
  const program = join(root, "app", "domain", "files", "picture-process.mjs");
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (input, output) => {
    if (waiting >= mostWaiting) return { problem: "busy" };
    waiting++;
    const own = last.then(() => run(program, input, output));
    last = own;
    try {
      return await own;
    } finally {
      waiting--;
    }
  };
}

const run = (program: string, input: string, output: string) =>
  new Promise<Answer>((resolve) => {
    const args = [program, input, output, String(mostPixels), String(longestSide)];
    // It inherits no setting, and so no secret.
    const env: NodeJS.ProcessEnv = { NODE_ENV: "production" };
    execFile(process.execPath, args, { timeout: patienceMs, killSignal: "SIGKILL", env }, (error, stdout) => {
      const read = error ? undefined : answer.safeParse(parse(stdout)).data;
      resolve(read ?? { problem: "damaged" });
    });
  });

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
