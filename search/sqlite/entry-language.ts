import { baseLanguage } from "../analysis/script";
import type { IndexColumnsView } from "./index-view";
import type { QueryPlan } from "./query-plan";

/** As many of the best entries are asked, and as many of their words are read. */
const mostEntries = 40;
const mostWords = 1000;
/** The language that has the query's words as written must be so far ahead of the next. */
const ahead = 1.05;

/** The language of a query without function words: the one in whose entries, among the best, its words stand as typed; null when several do. */
export function languageByEntries(
  best: readonly { slot: number }[],
  plan: QueryPlan,
  { columns }: IndexColumnsView,
): string | null {
  const idfOf = new Map(
    plan.concepts.filter(({ surface }) => surface > 0).map(({ surface, terms }) => [surface, terms.idf]),
  );
  const met = new Map<string, Set<number>>();
  for (const { slot } of best.slice(0, mostEntries)) {
    const language = baseLanguage(columns.languages[slot] ?? "");
    const seen = met.get(language) ?? new Set();
    met.set(language, seen);
    if (seen.size === idfOf.size) continue;
    const { data } = columns.words;
    const start = columns.wordStart[slot] as number;
    const end = Math.min(columns.wordEnd[slot] as number, start + mostWords);
    for (let at = start; at < end; at++) if (idfOf.has(data[at] as number)) seen.add(data[at] as number);
  }
  const [first, second] = [...met]
    .map(([language, words]) => ({ language, told: [...words].reduce((sum, word) => sum + (idfOf.get(word) ?? 0), 0) }))
    .sort((a, b) => b.told - a.told);
  return first && first.told > ahead * (second?.told ?? 0) ? first.language : null;
}
