import { beforeAll, describe } from "vitest";
import type { SearchEngine, SearchQuery } from "~search/port";
import { changeCases } from "./search-change-cases";
import { library, thesaurus } from "./search-entries";
import { facetCases } from "./search-facet-cases";
import { aQuery, type EngineFactory, type Questions } from "./search-questions";
import { rangeCases } from "./search-range-cases";
import { resultCases } from "./search-result-cases";
import { spellingCases } from "./search-spelling-cases";
import { wordCases } from "./search-word-cases";

export { aQuery };

/** How every engine behaves. The engine under test is filled once for what only reads, and made anew for what writes. */
export function testSearchEngine(name: string, factory: EngineFactory): void {
  describe(name, () => {
    let engine: SearchEngine;
    beforeAll(async () => {
      engine = await factory({ thesaurus });
      await engine.put(library);
    });
    const search = (given: Partial<SearchQuery>) => engine.search(aQuery(given));
    const ids = async (text: string, given: Partial<SearchQuery> = {}) =>
      (await search({ text, ...given })).hits.map((hit) => hit.id);
    const questions: Questions = { engine: () => engine, search, ids };
    wordCases(questions);
    spellingCases(questions);
    facetCases(() => engine);
    rangeCases(questions);
    resultCases(questions);
    changeCases(factory);
  });
}
