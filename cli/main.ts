import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile, readEnv, StartError } from "~/env.server";
import { commands } from "./commands";

/**
 * Runs `polylogue` with its arguments.
 * @returns The exit code: 0, or 1 with a line on stderr for each problem.
 */
export async function main(args: string[]): Promise<number> {
  try {
    return await run(args);
  } catch (error) {
    if (!isForReader(error)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Errors whose words are for the person who typed, not for the one who wrote this program. */
const isForReader = (error: unknown): error is Error =>
  error instanceof StartError ||
  (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));

async function run(args: string[]): Promise<number> {
  const [first] = args;
  if (first === undefined || first === "--help" || first === "-h" || first === "help") {
    console.log(help());
    return first === undefined ? 1 : 0;
  }
  if (first === "--version" || first === "-v") {
    console.log(version());
    return 0;
  }
  const command = commands.find(({ verb }) => verb.split(" ").every((word, place) => word === args[place]));
  if (!command) {
    console.error(`There is no command “${args.slice(0, 2).join(" ")}”. polylogue --help lists them all.`);
    return 1;
  }
  loadEnvFile();
  const rest = args.slice(command.verb.split(" ").length);
  if (!command.ownHelp && (rest.includes("--help") || rest.includes("-h"))) {
    console.log(`polylogue ${usage(command)}\n${command.about}`);
    return 0;
  }
  return command.run(rest);
}

const usage = ({ verb, takes }: (typeof commands)[number]) => [verb, takes].filter(Boolean).join(" ");

function help(): string {
  const width = Math.max(...commands.map((command) => usage(command).length)) + 2;
  const lines = commands.map((command) => `  ${usage(command).padEnd(width)}${command.about}`);
  return ["Usage: polylogue COMMAND", "", ...lines, `  ${"--version".padEnd(width)}Shows the version.`].join("\n");
}

function version(): string {
  const { root } = readEnv({});
  return String(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
}
