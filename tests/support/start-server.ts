import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface RunningServer {
  origin: string;
  port: number;
  process: ChildProcess;
  /** How long it took from the command to listening. */
  startedInMs: number;
  stdout: () => string;
  stderr: () => string;
  /** Sends a signal and waits for the end. @returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** What the program inherits: nothing of the tests' own settings. NODE_ENV is wrong on purpose: it has to set its own. */
export function cleanEnv(more: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, PORT: "0", NODE_ENV: "test", ...more };
}

/**
 * Runs the built server as `npm start` does, in a process of its own on a free port.
 * @param folder the clone to run, where it is not this one
 * @throws Error with all that it printed when it does not come to listen.
 */
export async function startServer(
  env: Record<string, string>,
  args: string[] = [],
  folder = root,
): Promise<RunningServer> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["server/start.mjs", ...args], { cwd: folder, env: cleanEnv(env) });
  let out = "";
  let errors = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.stderr.on("data", (data) => {
    errors += data;
  });
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data) => {
      out += data;
      const address = /listens on (http:\S+)/.exec(out)?.[1];
      if (address) resolve(address.replace("localhost", "127.0.0.1"));
    });
    void ended.then((code) => reject(new Error(`The server ended with ${code}:\n${errors}${out}`)));
  });
  return {
    origin,
    port: Number(new URL(origin).port),
    process: child,
    startedInMs: performance.now() - begun,
    stdout: () => out,
    stderr: () => errors,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}
