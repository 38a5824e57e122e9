import { join } from "node:path";
import { sql } from "kysely";
import pino, { type Logger } from "pino";
import { type DatabaseConnections, type Db, openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";
import { publicState } from "~db/public-changes.server";
import { createLinkSuggester } from "~search/links/link-suggester.server";
import { openSearch, type Search } from "~search/open-search.server";
import type { AnsweringEngine, LinkSuggester } from "~search/port";
import { parseThesaurus } from "~search/query/thesaurus";
import { searchWorkerFile } from "~search/sqlite/worker.server";
import { readThesaurusOnce } from "~seeds/kept-thesaurus.server";
import { DatabaseNotEmpty, isEmpty, loadSeeds } from "~seeds/load-seeds.server";
import { readThesaurusFile } from "~seeds/read-seeds.server";
import { SeedError } from "~seeds/seed-error";
import { prepareFolder } from "./data-folder.server";
import { type Citer, createCiter } from "./domain/citations/citer.server";
import { createImportsUnderWay, type ImportsUnderWay } from "./domain/contributions/exchange/import-progress";
import { createFileStore, type FileStore } from "./domain/files/file-store.server";
import { createPostman, type Postman } from "./domain/mail/postman.server";
import { createGuessLimits, type GuessLimits } from "./domain/people/guess-limits.server";
import { createSessions, type Sessions } from "./domain/people/sessions.server";
import { recordFirstVersions } from "./domain/publication/record-versions.server";
import { SearchCounts } from "./domain/search/search-counts.server";
import type { TermGroup } from "./domain/search/thesaurus";
import { OwnThesaurus } from "./domain/search/thesaurus.server";
import { createMarkdownRenderer, type MarkdownRenderer } from "./domain/text/markdown-renderer.server";
import { createTokenLimits, type TokenLimits } from "./domain/tokens/token-limits.server";
import { type Env, StartError } from "./env.server";
import { explained } from "./explain-start.server";

/** Everything that pages and commands are handed: built here and nowhere else. */
export interface Services {
  env: Env;
  /** Writes, one transaction at a time. */
  db: Db;
  /** Reads, and never waits for a transaction. */
  readDb: Db;
  search: AnsweringEngine;
  /** Which recommendations and tools a draft may be meant to be linked to. */
  linkSuggester: LinkSuggester;
  /** What keeps each engine's index in step. */
  indexes: Pick<Search, "keepers" | "status">;
  /** What is searched for, counted. */
  searchCounts: SearchCounts;
  /** The installation's own synonyms. */
  ownThesaurus: OwnThesaurus;
  citer: Citer;
  /** Renders what people write. */
  markdown: MarkdownRenderer;
  /** The bytes of pictures and files. */
  files: FileStore;
  imports: ImportsUnderWay;
  sessions: Sessions;
  limits: GuessLimits;
  tokenLimits: TokenLimits;
  postman: Postman;
  /** Makes sure that nothing is left of what was deleted. */
  forgetDeleted(): Promise<void>;
  /** A lock of this name, for what one process of this database does at a time. */
  lock: DatabaseConnections["lock"];
  /** What stands for all that is public: it differs after any change of it. */
  publicState: () => string;
  /** Builds the indexes anew, and forgets what was deleted: words of what changed stay in their lists until then. */
  forgetIndexed(): Promise<void>;
  log: Logger;
  now: () => Date;
  /** The migrations that the database had when it was opened. */
  migrations: string[];
  /** Brings what was just written into the index; never fails, what could not be done now is done later. */
  syncIndex(): Promise<void>;
  close(): Promise<void>;
}

declare module "@remix-run/node" {
  interface AppLoadContext {
    services: Services;
    /** The nonce that this answer's scripts carry. */
    nonce: string;
    /** Where the request came from. */
    address: string;
    /** Whether the page is the same for all readers of its language who are not signed in. */
    sameForAll?: boolean;
  }
}

interface Options extends Partial<Pick<Services, "log" | "now">> {
  /** Whether this process is the one that keeps the search indexes in step: the server is, a command is not. */
  background?: boolean;
}

/**
 * The composition root: opens, migrates and seeds the database and builds the search engine.
 * @throws StartError when the data folder or the database cannot be used.
 */
export async function createServices(
  env: Env,
  { log = createLog(env), now = () => new Date(), background = true }: Options = {},
): Promise<Services> {
  prepareFolder(env.dataDir);
  const file = join(env.dataDir, "polylogue.sqlite");
  const connections = await explained(file, async () => openDatabase(file));
  try {
    return await explained(file, () => build(env, connections, { log, now, background }));
  } catch (error) {
    await connections.close();
    throw error;
  }
}

async function build(
  env: Env,
  connections: DatabaseConnections,
  { log, now, background }: Required<Options>,
): Promise<Services> {
  const { db, readDb } = connections;
  const seedFolder = join(env.root, "seeds");
  await migrateToLatest(db);
  if (env.seeds) await seedWhenEmpty(db, seedFolder, now(), log);
  await recordFirstVersions(db);
  const seeded = readThesaurusOnce(seedFolder, join(env.dataDir, "thesaurus-of-seeds.json"));
  const ownThesaurus = openOwnThesaurus(env, seeded, (thesaurus) => {
    linkSuggester.setThesaurus(parseThesaurus(thesaurus));
    return search.setThesaurus(parseThesaurus(thesaurus));
  });
  const linkSuggester = createLinkSuggester(readDb, parseThesaurus(ownThesaurus.joined()));
  const search = await openSearch({
    connections,
    thesaurus: parseThesaurus(ownThesaurus.joined()),
    searchThread: background ? searchWorkerFile(env.root) : null,
    meilisearch: env.meilisearch && { url: env.meilisearch.url, key: env.meilisearch.key.reveal() },
    background,
    log: (level, message, details) => log[level]({ ...details }, message),
  });
  const searchCounts = new SearchCounts({
    ...{ db, now },
    onError: (error) => log.error({ err: error }, "searches could not be counted"),
  });
  if (background) searchCounts.start();
  const citer = createCiter(env.root);
  const markdown = createMarkdownRenderer({ root: env.root });
  const postman = createPostman({
    db,
    smtpUrl: env.smtpUrl?.reveal() ?? null,
    from: env.mailFrom,
    folder: env.mailDir,
    now,
    alone: (round) => connections.lock("mail").run(round),
    log: (level, message, details) => log[level](details, message),
  });
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(readDb);
  return {
    env,
    db,
    readDb,
    search: search.engine,
    linkSuggester,
    indexes: search,
    searchCounts,
    ownThesaurus,
    citer,
    markdown,
    files: createFileStore(env.root, env.dataDir),
    imports: createImportsUnderWay(),
    sessions: createSessions({ db, readDb, now }),
    limits: createGuessLimits(),
    tokenLimits: createTokenLimits(),
    postman,
    forgetDeleted: connections.forgetDeleted,
    lock: connections.lock,
    publicState: publicState(connections.readSqlite),
    async forgetIndexed() {
      for (const keeper of search.keepers) await keeper.rebuild();
      await connections.forgetDeleted();
    },
    log,
    now,
    migrations: rows.map((row) => row.name),
    syncIndex: search.sync,
    async close() {
      await postman.close();
      await citer.close();
      await markdown.close();
      await searchCounts.stop();
      await search.close();
      await connections.close();
    },
  };
}

function openOwnThesaurus(env: Env, seeds: TermGroup[], apply: (thesaurus: TermGroup[]) => Promise<void>) {
  try {
    return new OwnThesaurus({ file: join(env.dataDir, "thesaurus.yaml"), seeds, read: readThesaurusFile, apply });
  } catch (error) {
    if (error instanceof SeedError) throw new StartError(`The synonyms of this installation: ${error.message}`);
    throw error;
  }
}

const createLog = (env: Env): Logger =>
  pino({ level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });

async function seedWhenEmpty(db: Db, folder: string, now: Date, log: Logger): Promise<void> {
  if (!(await isEmpty(db))) return;
  try {
    log.info({ rows: await loadSeeds(db, folder, now) }, "seeded");
  } catch (error) {
    // Another process, started at the same moment, was faster.
    if (!(error instanceof DatabaseNotEmpty)) throw error;
  }
}
