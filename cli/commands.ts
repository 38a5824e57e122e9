import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import pino from "pino";
import { envExample, envTable, readEnv } from "~/env.server";
import type { Services } from "~/services.server";

/** A verb of the command line. */
export interface Command {
  verb: string;
  /** What may stand behind it. */
  takes?: string;
  about: string;
  /** It answers --help itself. */
  ownHelp?: boolean;
  run(args: string[]): Promise<number>;
}

/** Opens the database as the server does, but keeps stdout for what the command prints. */
async function open(): Promise<Services> {
  const { createServices } = await import("~/services.server");
  return createServices(readEnv(process.env), {
    background: false,
    log: pino({ level: "warn" }, pino.destination({ dest: 2, sync: true })),
  });
}

/** Every verb, in the order of --help; what a verb needs is loaded when it is called. */
export const commands: Command[] = [
  {
    verb: "start",
    about: "Starts the server; installs and builds first when needed.",
    async run() {
      await import(pathToFileURL(join(readEnv({}).root, "server", "start.mjs")).href);
      return 0;
    },
  },
  {
    verb: "import",
    takes: "FILE…",
    about: "Imports documents (.txt .md .html .docx .pdf); --help shows the options.",
    ownHelp: true,
    run: async (args) => (await import("./import")).importCommand(args, open),
  },
  {
    verb: "seeds check",
    takes: "[FOLDER]",
    about: "Checks the seed files and names what is wrong in them.",
    run: async (args) => (await import("./seeds")).checkSeedsCommand(args),
  },
  {
    verb: "search reindex",
    takes: "[--engine NAME]",
    about: "Builds the search indexes anew from the database; the old ones answer meanwhile.",
    run: async (args) => (await import("./search")).reindexCommand(args, open),
  },
  {
    verb: "search status",
    takes: "[--json]",
    about: "Shows which search engine answers, and how far each index is behind.",
    run: async (args) => (await import("./search")).statusCommand(args, open),
  },
  {
    verb: "search verify",
    takes: "[--repair] [--engine NAME] [--json]",
    about: "Compares each search index with the database, entry by entry; --repair mends it.",
    run: async (args) => (await import("./search")).verifyCommand(args, open),
  },
  {
    verb: "search evaluate",
    takes: "DIR [--engine sqlite|meilisearch] [--typos SEED] [--json]",
    about: "Measures how well search answers a judged collection (docs.jsonl, queries.jsonl, qrels.tsv).",
    run: async (args) => (await import("./search-evaluate")).evaluateCommand(args),
  },
  {
    verb: "user create",
    takes: "--email ADDRESS [--name NAME] [--admin]",
    about: "Makes an account, and prints a link to choose its password.",
    run: async (args) => (await import("./user")).createUserCommand(args, open),
  },
  {
    verb: "audit verify",
    takes: "[--head NUMBER:HASH] [--json]",
    about: "Finds rows of the audit log that were edited, removed or added; prints its head, to be kept elsewhere.",
    run: async (args) => (await import("./audit")).verifyAuditCommand(args, open),
  },
  {
    verb: "practices import",
    takes: "FILE --as ADDRESS [--network SLUG] [--dry-run]",
    about: "Makes drafts of the practices in a CSV or JSON file: all of them, or none.",
    run: async (args) => (await import("./experiences")).importExperiencesCommand("practice", args, open),
  },
  {
    verb: "practices export",
    takes: "[--as ADDRESS] [--format csv|json] [--output FILE]",
    about: "Writes the published practices, or those of a person, as the import takes them.",
    run: async (args) => (await import("./experiences")).exportExperiencesCommand("practice", args, open),
  },
  {
    verb: "case-studies import",
    takes: "FILE --as ADDRESS [--network SLUG] [--dry-run]",
    about: "Makes drafts of the case studies in a CSV or JSON file: all of them, or none.",
    run: async (args) => (await import("./experiences")).importExperiencesCommand("case-study", args, open),
  },
  {
    verb: "case-studies export",
    takes: "[--as ADDRESS] [--format csv|json] [--output FILE]",
    about: "Writes the published case studies, or those of a person, as the import takes them.",
    run: async (args) => (await import("./experiences")).exportExperiencesCommand("case-study", args, open),
  },
  {
    verb: "env",
    takes: "[--markdown | --example]",
    about: "Shows the settings in force, or describes them all.",
    run: envCommand,
  },
  {
    verb: "backup",
    takes: "FOLDER",
    about: "Copies database and files, as they are at one moment, into a new folder; the server may run.",
    run: async (args) => (await import("./backup")).backupCommand(args, open),
  },
  {
    verb: "restore",
    takes: "FOLDER",
    about: "Puts a backup into the empty data folder; a damaged one is refused.",
    run: async (args) => (await import("./restore")).restoreCommand(args, readEnv(process.env)),
  },
  {
    verb: "doctor",
    takes: "[--json]",
    about: "Checks the database file, its references, the files and the search index.",
    run: async (args) => (await import("./doctor")).doctorCommand(args, open),
  },
];

async function envCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { markdown: { type: "boolean" }, example: { type: "boolean" } } });
  if (values.markdown) console.log(envTable());
  else if (values.example) process.stdout.write(envExample());
  else console.log(JSON.stringify(readEnv(process.env), null, 2));
  return 0;
}
