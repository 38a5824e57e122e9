import { join } from "node:path";
import { expect, test } from "vitest";
import { judgedCorpora, readSeededCorpus } from "../bench/corpus";
import { measureRelevance } from "../bench/relevance";

const root = join(import.meta.dirname, "..", "..");

test("on the judged queries of the seeded library, search is far better than plain FTS5, with typing errors too", async () => {
  const { entries, thesaurus } = await readSeededCorpus(root);
  for (const collection of judgedCorpora(entries, root)) {
    const { name } = collection;
    expect(collection.queries.length, name).toBeGreaterThanOrEqual(75);
    const measured = await measureRelevance(collection, thesaurus);
    expect(measured.sqlite.ndcg10, name).toBeGreaterThan(1.6 * measured.plainFts5.ndcg10);
    expect(measured.sqliteTypos.ndcg10, name).toBeGreaterThan(0.92 * measured.sqlite.ndcg10);
    expect(measured.sqlite.ndcg10, name).toBeGreaterThan(0.64);
    // A French or Spanish question finds an English paragraph that answers it.
    expect(measured.crossLanguage?.queries, name).toBeGreaterThanOrEqual(40);
    expect(measured.crossLanguage?.answered10, name).toBeGreaterThanOrEqual(0.96);
    // And most of all that answer it: the share of them among the first ten.
    expect(measured.crossLanguage?.recall10, name).toBeGreaterThanOrEqual(0.79);
    expect(measured.keystrokes, name).toBeLessThanOrEqual(6);
  }
}, 60_000);
