import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { engineNames } from "~search/port";

/** What keeps Polylogue from starting, in words for the person who starts it: printed without a stack, exit code 1. */
export class StartError extends Error {
  override name = "StartError";
}

/** The configuration, read once at start. */
export interface Env {
  /** The folder of the program: package.json, seeds, build. */
  root: string;
  port: number;
  host: string;
  dataDir: string;
  /** The site's origin without a slash at the end, or null: then each request's own. */
  baseUrl: string | null;
  logLevel: LogLevel;
  /** How many reverse proxies stand in front and may be believed; 0: none. */
  trustProxy: number;
  /** Whether an empty database is filled with the seeds. */
  seeds: boolean;
  /** The server that answers searches; null: the embedded engine does. */
  meilisearch: { url: string; key: Secret } | null;
  /** The mail server, with name and password where it asks for them; null: mails become files in `mailDir`. */
  smtpUrl: Secret | null;
  mailFrom: string;
  mailDir: string;
}

/** A value that no log and no output shows. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toJSON(): string {
    return "(secret)";
  }
}

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
type LogLevel = (typeof logLevels)[number];

const wholeNumber = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `must be a whole number from ${lowest} to ${highest}`, abort: true })
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, `must be a whole number from ${lowest} to ${highest}`);

const origin = z.string().transform((value, context) => {
  if (value === "") return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  context.addIssue("must be an address such as https://polylogue.example, without a path");
  return z.NEVER;
});

const serverAddress = z.string().transform((value, context) => {
  if (value === "") return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash)
    return url.href;
  context.addIssue("must be an address such as http://127.0.0.1:7700, without a name or password");
  return z.NEVER;
});

const mailServer = z.string().transform((value, context) => {
  if (value === "") return null;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url && /^smtps?:$/.test(url.protocol) && url.hostname) return new Secret(value);
  context.addIssue("must be an address such as smtp://user:password@mail.example:587");
  return z.NEVER;
});
const mailSender = /^(?:[^<>\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u;

/** A key goes into a header of each request. */
const serverKey = z
  .string()
  .regex(/^[\x21-\x7e]*$/, "must be on one line, of letters, digits and signs of ASCII without a space between")
  .transform((value) => new Secret(value));

const setting = <T>(accepts: z.ZodType<T, string>, fallback: string, about: string, example = fallback) =>
  accepts.prefault(fallback).meta({ fallback, about, example });

/** Every variable: what it accepts, what stands when it is absent, what it is for. All of them are optional. */
const variables = z.object({
  PORT: setting(wholeNumber(0, 65535), "3000", "The port to listen on; 0 takes a free one."),
  HOST: setting(
    z.string().regex(/^[\w.:-]+$/, "must be a host name or an IP address"),
    "127.0.0.1",
    "The address to listen on. The default answers this machine alone; 0.0.0.0 answers the network.",
  ),
  DATA_DIR: setting(
    z.string(),
    "./data",
    "The folder of the database; a relative path starts at the program's folder.",
  ),
  BASE_URL: setting(
    origin,
    "",
    "The site's public address, for canonical links; without it, the address of each request.",
    "https://polylogue.example",
  ),
  LOG_LEVEL: setting(
    z.enum(logLevels, `must be one of ${logLevels.join(", ")}`),
    "info",
    `How much is logged: ${logLevels.join(", ")}.`,
  ),
  TRUST_PROXY: setting(
    wholeNumber(0, 10),
    "0",
    "How many reverse proxies stand in front; 0 ignores every X-Forwarded header.",
  ),
  SEEDS: setting(
    z.enum(["true", "false"], "must be true or false"),
    "true",
    "Whether an empty database is filled with the seeds.",
  ),
  SEARCH_ENGINE: setting(
    z.enum(engineNames, `must be ${engineNames.join(" or ")}`),
    "sqlite",
    "What answers searches: sqlite, the embedded engine, or meilisearch, a server for many entries.",
  ),
  MEILI_URL: setting(serverAddress, "", "The address of the Meilisearch server.", "http://127.0.0.1:7700"),
  MEILI_KEY: setting(
    serverKey,
    "",
    "The key for the Meilisearch server, which has to be allowed to make and change indexes; never logged.",
    "a-key-of-your-server",
  ),
  SMTP_URL: setting(
    mailServer,
    "",
    "The server that sends mail (smtp:// or smtps://); without it, mails become files in DATA_DIR/mail. Never logged.",
    "smtp://user:password@mail.example:587",
  ),
  MAIL_FROM: setting(
    z.string().regex(mailSender, "must be an address, or a name and <an address>"),
    "Polylogue <polylogue@localhost>",
    "The sender of mails.",
    "Polylogue <polylogue@polylogue.example>",
  ),
});

/**
 * Reads and checks the configuration.
 * @throws StartError with one line for each problem.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty value counts as absent: `PORT=` in .env asks for the default.
  const given = Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const { data, error } = variables.safeParse(given);
  if (error) {
    const lines = error.issues.map(({ path: [name], message }) => {
      // A password, or an address that may hold one, is not repeated.
      const secret = ["MEILI_URL", "MEILI_KEY", "SMTP_URL"].includes(String(name));
      const given = secret ? "" : ` (it is ${JSON.stringify(source[String(name)])})`;
      return `${String(name)} ${message}${given}.`;
    });
    throw new StartError(lines.join("\n"));
  }
  if (data.SEARCH_ENGINE === "meilisearch" && data.MEILI_URL === null) {
    throw new StartError("SEARCH_ENGINE is meilisearch: MEILI_URL must be the address of the server.");
  }
  const root = findRoot();
  const dataDir = resolve(root, data.DATA_DIR);
  return {
    root,
    port: data.PORT,
    host: data.HOST,
    dataDir,
    baseUrl: data.BASE_URL,
    logLevel: data.LOG_LEVEL,
    trustProxy: data.TRUST_PROXY,
    seeds: data.SEEDS === "true",
    meilisearch:
      data.SEARCH_ENGINE === "meilisearch" && data.MEILI_URL !== null
        ? { url: data.MEILI_URL, key: data.MEILI_KEY }
        : null,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    mailDir: join(dataDir, "mail"),
  };
}

/** Adds the variables of the `.env` file in the program's folder, when there is one; those already set stay. */
export function loadEnvFile(): void {
  const file = join(findRoot(), ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

export interface EnvVariable {
  name: string;
  fallback: string;
  about: string;
  example: string;
}

/** The variables with their defaults, for the README's table, `.env.example` and `polylogue env`. */
export function describeEnv(): EnvVariable[] {
  return Object.entries(variables.shape).map(([name, schema]) => {
    const { fallback, about, example } = z.object(texts).parse(schema.meta());
    return { name, fallback, about, example };
  });
}
const texts = { fallback: z.string(), about: z.string(), example: z.string() };

/** `.env.example`: every variable, commented out, with its default. */
export function envExample(): string {
  const blocks = describeEnv().map(({ name, about, example }) => `# ${about}\n#${name}=${example}\n`);
  return `# Every setting is optional: copy this file to .env and uncomment what you change.\n\n${blocks.join("\n")}`;
}

/** The table of the README. */
export function envTable(): string {
  const rows = describeEnv().map(
    ({ name, fallback, about }) => `| \`${name}\` | ${fallback && `\`${fallback}\``} | ${about} |`,
  );
  return ["| variable | default | what it does |", "|---|---|---|", ...rows].join("\n");
}

/** The program's folder, from the sources and from the bundles in build/ alike. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new StartError("The program's folder has no package.json: the installation is broken.");
    folder = parent;
  }
  return folder;
}
