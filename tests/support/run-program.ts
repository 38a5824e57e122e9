import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cleanEnv } from "./start-server";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs Node to its end. */
export function runNode(args: string[], { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (data) => {
      stdout += data;
    });
    child.stderr.on("data", (data) => {
      stderr += data;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs a program of the repository. */
export const runProgram = (script: string, args: string[] = [], env: Record<string, string> = {}): Promise<Ended> =>
  runNode([script, ...args], { cwd: root, env: cleanEnv(env) });

/** `polylogue …` */
export const polylogue = (args: string[], env?: Record<string, string>): Promise<Ended> =>
  runProgram("cli/polylogue.mjs", args, env);
