import type { AnsweringEngine } from "~search/port";
import type { CountedSearch } from "./search-counts";
import type { TermGroup } from "./thesaurus";
import { isWrittenLike, type NearTerm, nearTerms } from "./thesaurus-suggestions";

/** A search that found nothing when it was made. */
export interface FailedSearch extends CountedSearch {
  /** What it finds today. */
  found: number;
  /** What may mean the same, nearest first. */
  suggestions: NearTerm[];
}

const mostSuggestions = 4;
const mostOfEach = 3;
/** Longer titles are no words for the same thing. */
const mostTitleWords = 6;

/** Asks the engine again, and looks for what visitors may have meant: terms of the thesaurus, words of the library, titles. */
export async function explainFailed(
  failed: CountedSearch[],
  engine: AnsweringEngine,
  thesaurus: readonly TermGroup[],
  language: string,
): Promise<FailedSearch[]> {
  const explain = async (search: CountedSearch): Promise<FailedSearch> => {
    const { text } = search;
    const bare = { filters: {}, sort: "relevance" as const, page: 1, perPage: 1, language, countFacets: [] };
    const { total } = await engine.search({ ...bare, text });
    return { ...search, found: total, suggestions: total > 0 ? [] : await suggest(text, engine, thesaurus, language) };
  };
  const explained: FailedSearch[] = [];
  for (const search of failed) explained.push(await explain(search));
  return explained;
}

async function suggest(
  text: string,
  engine: AnsweringEngine,
  thesaurus: readonly TermGroup[],
  language: string,
): Promise<NearTerm[]> {
  const terms = nearTerms(text, thesaurus, mostOfEach);
  const spellings = (await engine.spellings(text, { limit: mostOfEach })).filter((near) => isWrittenLike(text, near));
  const [nearest] = spellings;
  const titles = nearest ? await engine.suggest(nearest, { language, limit: mostOfEach }) : [];
  // The library is written in English for the most part, its titles above all.
  const english = [...spellings, ...titles.map(({ title }) => title.map((piece) => piece.text).join(""))]
    .filter((term) => term.split(/\s+/).length <= mostTitleWords && !/["\\]/.test(term))
    .map((term): NearTerm => ({ term, language: "en" }));
  const seen = new Set([text.toLowerCase()]);
  return [...terms, ...english]
    .filter(({ term }) => !seen.has(term.toLowerCase()) && seen.add(term.toLowerCase()))
    .slice(0, mostSuggestions);
}
