import type { SearchQuery } from "../port";
import type { ReadQuery } from "../query/read-query";
import { Recent } from "../sqlite/recent";
import type { Asked } from "./candidates";
import { allOf, Filters, facetFilter, hardFilter, nothing } from "./filters";

/** All words are asked for first; with fewer entries than this, any word will do. */
const enough = 20;

/** Decides what an entry must have to be found. */
export class Matching {
  /** Whether enough entries have all words, by text and language: pages and facets of one search ask again. */
  private readonly verdicts = new Recent<boolean>(500);

  /** @param count how many entries a filter lets through. */
  constructor(private readonly count: (filter: string) => Promise<number>) {}

  /** After any change. */
  forget(): void {
    this.verdicts.clear();
  }

  /** What an entry must have: all words, where enough entries do. Looks at the text alone, so that totals and counts always agree. */
  async decide(query: SearchQuery, read: ReadQuery): Promise<Asked> {
    const { plan } = read;
    const filters = new Filters(read);
    const always = filters.always();
    const narrow = allOf([hardFilter(query), facetFilter(query.filters)]);
    const withAll = (needs: typeof plan.allNeeds): Asked => ({
      narrow,
      matching: allOf([needs.length > 0 ? filters.all(needs) : "", always]),
      needs,
      mustHaveAll: true,
    });
    if (plan.everything) return withAll([]);
    const { allNeeds, anyNeeds, phrases } = plan;
    if (await this.haveAll(query, read, withAll(allNeeds).matching)) return withAll(allNeeds);
    if (phrases.length > 0) return withAll(plan.phraseNeeds);
    return { narrow, matching: allOf([filters.any(anyNeeds) || nothing, always]), needs: anyNeeds, mustHaveAll: false };
  }

  private async haveAll(query: SearchQuery, { plan }: ReadQuery, matching: string): Promise<boolean> {
    const { allNeeds, anyNeeds, phrases } = plan;
    if (allNeeds.length === 0) return phrases.length > 0;
    if (allNeeds.some((need) => need.most < enough) && !(allNeeds.length === 1 && anyNeeds.length === 1)) return false;
    if (allNeeds.length === 1 && anyNeeds.length === 1) return true;
    const key = `${query.language} ${query.text}`;
    const known = this.verdicts.get(key);
    if (known !== undefined) return known;
    return this.verdicts.set(key, (await this.count(matching)) >= enough);
  }
}
