import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hitFacets } from "~/ui/search/search-view";
import type { FacetName, SearchEngine, SearchQuery } from "~search/port";
import type { Thesaurus } from "~search/query/thesaurus";
import { generateEntries, generateQueries, type Samples } from "./generate";
import { measureAdapter } from "./search-adapter";
import { openContenders } from "./search-contenders";
import { measureWaiting } from "./search-waiting";
import { mean, summarise, timed } from "./times";

export const countedFacets: FacetName[] = ["type", "theme", "region", "year", "sdg"];
/** The first ones only warm up the machine. */
const warmUp = 40;
const broadSearches = 40;
const typedQueries = 60;

const query = (text: string, filters: SearchQuery["filters"] = {}): SearchQuery => ({
  ...{ text, filters, sort: "relevance", page: 1, perPage: 20, language: "en", countFacets: countedFacets, hitFacets },
});

/** Speed, size and memory at one number of entries: all engines over the same entries, each query asked of all of them in turn. */
export async function measureSpeed(count: number, samples: Samples, thesaurus: Thesaurus) {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-speed-"));
  const entries = [...generateEntries(count, samples)];
  const contenders = await openContenders(folder, entries, thesaurus, countedFacets);
  try {
    const { embedded, meilisearch, server, plain, index } = contenders;
    const texts = generateQueries(entries, warmUp + (count > 20_000 ? 240 : 400));
    const broad = await broadTexts(embedded, count);
    const searches = texts.map((text, number) =>
      query(fresh(text, number), number % 3 === 0 ? { type: ["practice"], theme: ["theme-1", "theme-2"] } : {}),
    );
    const broadQueries = Array.from({ length: broadSearches }, (_, number) =>
      query(fresh(broad[number % broad.length] ?? "rights", 400 + number)),
    );
    const race = async (queries: SearchQuery[], skip = 0) => {
      const times = { sqlite: [] as number[], meilisearch: [] as number[], plainFts5: [] as number[] };
      const said: number[] = [];
      const cpu: number[] = [];
      for (const one of queries) {
        const before = process.cpuUsage();
        times.sqlite.push(await timed(() => embedded.search(one)));
        const { user, system } = process.cpuUsage(before);
        cpu.push((user + system) / 1000);
        if (meilisearch) {
          const serverBefore = meilisearch.serverMs;
          // Asked in other spaces: the search thread has just read the same text for the embedded engine.
          times.meilisearch.push(await timed(() => meilisearch.search({ ...one, text: ` ${one.text}` })));
          said.push(meilisearch.serverMs - serverBefore);
        }
        times.plainFts5.push(await timed(() => plain.search({ ...one, text: one.text.trim() })));
      }
      const unsaid = times.meilisearch.map((time, i) => time - (said[i] ?? 0));
      return {
        queries: queries.length - skip,
        sqlite: { ...summarise(times.sqlite.slice(skip)), cpuMsMean: mean(cpu.slice(skip)) },
        plainFts5: summarise(times.plainFts5.slice(skip)),
        meilisearch: meilisearch
          ? {
              ...summarise(times.meilisearch.slice(skip)),
              said: summarise(said.slice(skip)),
              unsaid: summarise(unsaid.slice(skip)),
            }
          : null,
      };
    };
    const search = await race(searches, warmUp);
    const broadSearch = await race(broadQueries);
    const adapter =
      meilisearch && server ? await measureAdapter(meilisearch, embedded, server, searches.slice(warmUp)) : null;
    const suggest = await measureSuggestions(texts, embedded, (typed) => plain.suggest(typed, 8));
    const updates: number[] = [];
    for (const entry of entries.slice(0, 50)) {
      updates.push(await timed(() => embedded.put([{ ...entry, title: `${entry.title} again` }])));
    }
    const waiting = await measureWaiting(
      embedded,
      texts.slice(0, 20).map((text, number) => query(fresh(text, 500 + number))),
    );
    return { entries: count, index, search, adapter, broad: broadSearch, suggest, update: summarise(updates), waiting };
  } finally {
    await contenders.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same query in other spaces: nobody has asked it before, so nothing comes from memory. */
const fresh = (text: string, number: number) =>
  `${" ".repeat(number % 7)}${text}${" ".repeat(Math.floor(number / 7) % 90)}`;

/** Words and pairs of words that a third to two thirds of the entries match. */
async function broadTexts(engine: SearchEngine, count: number): Promise<string[]> {
  const words = ["rights", "human", "local", "cities", "city", "government", "people", "public", "work", "national"];
  const candidates = [...words, ...words.map((word, i) => `${word} ${words[(i + 3) % words.length]}`)];
  const found: { text: string; share: number }[] = [];
  for (const text of candidates) {
    const { total } = await engine.search({ ...query(text), perPage: 1, countFacets: [] });
    found.push({ text, share: total / count });
  }
  // Nearest to one half first.
  found.sort((a, b) => Math.abs(a.share - 0.5) - Math.abs(b.share - 0.5));
  return found.slice(0, 5).map(({ text }) => text);
}

/** Each beginning of what people type, letter by letter. Meilisearch's adapter asks the embedded engine, too. */
async function measureSuggestions(texts: string[], embedded: SearchEngine, plainly: (typed: string) => unknown) {
  const sqlite: number[] = [];
  const plainFts5: number[] = [];
  for (const [number, text] of texts.slice(0, typedQueries).entries()) {
    for (let length = 1; length <= Math.min(12, text.length); length++) {
      const typed = text.slice(0, length);
      const time = await timed(() => embedded.suggest(typed, { language: "en", limit: 8 }));
      if (number > 5) sqlite.push(time);
      if (number % 10 === 0) plainFts5.push(await timed(() => plainly(typed)));
    }
  }
  return { sqlite: summarise(sqlite), plainFts5: summarise(plainFts5) };
}
