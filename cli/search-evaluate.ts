import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readEnv, StartError } from "~/env.server";
import { openDatabase } from "~db/client.server";
import { evaluate, rankingQuality } from "~search/evaluate/evaluate";
import {
  CollectionError,
  type JudgedCollection,
  readJudgedCollection,
} from "~search/evaluate/judged-collection.server";
import { createPlainFts5 } from "~search/evaluate/plain-fts5.server";
import { withTypingError } from "~search/evaluate/typing-error";
import { seededRandom } from "~search/latent/seeded-random";
import { createMeilisearchEngine } from "~search/meilisearch/engine.server";
import { type EngineName, engineNames, type SearchEngine, type SearchEntry } from "~search/port";
import { parseThesaurus } from "~search/query/thesaurus";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { readThesaurus } from "~seeds/read-seeds.server";

/**
 * `polylogue search evaluate DIR`: how well search answers a judged collection, as one line of JSON on stdout, and as a table
 * on stderr unless `--json` is given. The index is thrown away afterwards.
 */
export async function evaluateCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      engine: { type: "string", default: "sqlite" },
      typos: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const [folder, ...more] = positionals;
  const engineName = engineNames.find((name) => name === values.engine);
  if (folder === undefined || more.length > 0) throw new StartError("Name one folder: polylogue search evaluate DIR.");
  if (!engineName) throw new StartError(`--engine is ${engineNames.join(" or ")}, not “${values.engine}”.`);
  if (values.typos !== undefined && !/^\d+$/.test(values.typos)) throw new StartError("--typos takes a whole number.");
  try {
    const collection = readJudgedCollection(folder);
    const asked = values.typos === undefined ? collection : misspelt(collection, Number(values.typos));
    const result = await inThrowAwayIndex(asked, engineName);
    console.log(JSON.stringify(result));
    if (!values.json) console.error(table(result));
    return 0;
  } catch (error) {
    if (!(error instanceof CollectionError)) throw error;
    console.error(error.message);
    return 1;
  }
}

function misspelt(collection: JudgedCollection, seed: number): JudgedCollection {
  const random = seededRandom(seed);
  const queries = collection.queries.map((query) => ({ ...query, text: withTypingError(query.text, random) }));
  return { ...collection, queries };
}

async function inThrowAwayIndex(collection: JudgedCollection, engineName: EngineName) {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-evaluate-"));
  const database = openDatabase(join(folder, "index.sqlite"));
  try {
    const { engine, close } = await createEngine(engineName, database, collection.entries);
    try {
      const plain = createPlainFts5(database.sqlite, collection.entries);
      const evaluation = await evaluate(engine, collection);
      return { ...evaluation, plain_fts5: rankingQuality(collection.queries, plain.ids) };
    } finally {
      await close();
    }
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The engine as the site makes it, with the site's thesaurus, over an index of its own. */
async function createEngine(
  name: EngineName,
  database: ReturnType<typeof openDatabase>,
  entries: SearchEntry[],
): Promise<{ engine: SearchEngine; close(): Promise<void> }> {
  const { root, meilisearch } = readEnv({ ...process.env, SEARCH_ENGINE: name });
  const thesaurus = parseThesaurus(readThesaurus(join(root, "seeds")));
  const embedded = createSqliteEngine({ ...database, thesaurus });
  if (!meilisearch) return { engine: embedded, close: () => embedded.close() };
  const { url, key } = meilisearch;
  // It reads the queries for the server, so it has to know the same entries.
  await embedded.rebuild(entries);
  const index = `polylogue-evaluate-${process.pid}`;
  const engine = createMeilisearchEngine({ url, key: key.reveal(), index, reader: embedded });
  return {
    engine,
    async close() {
      await engine.close();
      await fetch(new URL(`/indexes/${index}`, url), {
        method: "DELETE",
        headers: { authorization: `Bearer ${key.reveal()}` },
      });
    },
  };
}

type Result = Awaited<ReturnType<typeof inThrowAwayIndex>>;

function table({ plain_fts5: plain, ...own }: Result): string {
  const row = (name: string, quality: { ndcg10: number; recall100: number; mrr10: number }) =>
    [
      name.padEnd(12),
      ...[quality.ndcg10, quality.recall100, quality.mrr10].map((value) => value.toFixed(3).padStart(10)),
    ].join("");
  return [
    `${own.dataset}: ${own.docs} documents, ${own.queries} queries, ${own.zero_results} without results`,
    ["".padEnd(12), ...["nDCG@10", "recall@100", "MRR@10"].map((name) => name.padStart(10))].join(""),
    row(own.engine, own),
    row("plain FTS5", plain),
    `${own.p50_ms} ms a search (median), ${own.p95_ms} ms (95 %); ${own.index_docs_per_s} documents indexed a second`,
  ].join("\n");
}
