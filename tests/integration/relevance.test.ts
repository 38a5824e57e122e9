import { join } from "node:path";
import { expect, test } from "vitest";
import { judgedCorpora, readSeededCorpus } from "../bench/corpus";
import { measureRelevance } from "../bench/relevance";

const root = join(import.meta.dirname, "..", "..");

test("on the judged queries of the seeded library, search is better than plain FTS5, with typing errors too", async () => {
  const { entries, thesaurus } = await readSeededCorpus(root);
  for (const collection of judgedCorpora(entries, root)) {
    expect(collection.queries.length, collection.name).toBeGreaterThanOrEqual(60);
    const measured = await measureRelevance(collection, thesaurus);
    expect(measured.sqlite.ndcg10, collection.name).toBeGreaterThan(measured.plainFts5.ndcg10);
    expect(measured.sqliteTypos.ndcg10, collection.name).toBeGreaterThan(measured.plainFts5Typos.ndcg10);
  }
}, 60_000);
