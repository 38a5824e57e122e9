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
 * @throws Error with all that it printed when it does not come to listen.
 */
export async function startServer(env: Record<string, string>, args: string[] = []): Promise<RunningServer> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["server/start.mjs", ...args], { cwd: root, env: cleanEnv(env) });
  let out = "";
  let all = "";
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.stderr.on("data", (data) => {
    all += data;
  });
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data) => {
      out += data;
      all += data;
      const address = /listens on (http:\S+)/.exec(out)?.[1];
      if (address) resolve(address.replace("localhost", "127.0.0.1"));
    });
    void ended.then((code) => reject(new Error(`The server ended with ${code}:\n${all}`)));
  });
  return {
    origin,
    port: Number(new URL(origin).port),
    process: child,
    startedInMs: performance.now() - begun,
    stdout: () => out,
    stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}
