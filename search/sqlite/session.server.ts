import type { Database } from "better-sqlite3";
import type { EntryKind } from "~db/schema/entry";
import { facetNames, type SearchHit, type SearchQuery, type SearchResult, type Suggestion } from "../port";
import type { ReadQuery } from "../query/read-query";
import type { ThesaurusIndex } from "../query/thesaurus";
import { describePlan } from "./describe-plan";
import { filterAndCount } from "./facet-counts";
import { HitReader } from "./hits.server";
import { inRange } from "./in-range";
import type { IndexState } from "./index-state.server";
import { Marks } from "./marks";
import { Matcher } from "./match";
import { orderEntries } from "./order";
import { phraseMatches } from "./phrase-matches";
import { planQuery } from "./plan-query";
import type { QueryPlan } from "./query-plan";
import { Ranker } from "./rank";
import { Recent } from "./recent";
import { nothingAsked, similarEntries } from "./similar";
import { spellingsOf } from "./spellings";
import { Suggester } from "./suggest";
import { TitleOrder } from "./title-order";

type Answer = Omit<SearchResult, "tookMs">;
interface Match {
  plan: QueryPlan;
  marks: Marks;
  slots: Uint32Array;
}

/** Answers from one version of the index; what it remembers is forgotten when an entry changes. */
export class IndexSession {
  private readonly matcher: Matcher;
  private readonly ranker: Ranker;
  private readonly hits: HitReader;
  private titleOrder: TitleOrder;
  private suggester: Suggester | null = null;
  private readonly answers = new Recent<Answer>(500);
  /** Which entries match a text: pages and facets of one search ask for the same. */
  private readonly matches = new Recent<Match>(30);
  private readonly similars = new Recent<SearchHit[]>(500);

  /** Short beginnings cost most and are typed most. */
  private readonly suggestions = new Recent<Suggestion[]>(1000);

  constructor(
    sqlite: Database,
    readonly state: IndexState,
    private readonly thesaurus: ThesaurusIndex,
  ) {
    this.matcher = new Matcher(state.columns);
    this.ranker = new Ranker(state.columns);
    this.hits = new HitReader(sqlite, state, state.generation);
    this.titleOrder = new TitleOrder(state.columns);
  }

  search(query: SearchQuery): Answer {
    const key = JSON.stringify(query);
    return this.answers.get(key) ?? this.answers.set(key, this.answer(query));
  }

  private answer(query: SearchQuery): Answer {
    const { state } = this;
    const { plan, marks, slots } = this.match(query.text, query.language);
    const within = inRange(slots, query, state.columns);
    const filtered = filterAndCount(within, query.filters, query.countFacets ?? facetNames, state);
    const ordered = orderEntries(filtered.slots, query, plan, marks, state, this.ranker, this.titleOrder);
    return {
      total: filtered.slots.length,
      hits: ordered.slots.map((slot, i) => this.hits.read(slot, ordered.scores[i] ?? 0, plan, marks, query.extract)),
      facets: filtered.facets,
      corrections: plan.corrections,
      alsoSearched: plan.alsoSearched,
      engine: "sqlite",
    };
  }

  private match(text: string, language: string): Match {
    const key = `${language} ${text}`;
    const known = this.matches.get(key);
    if (known) return known;
    const plan = planQuery(text, language, this.state, this.thesaurus);
    const marks = new Marks(plan, this.state.vocabulary);
    return this.matches.set(key, { plan, marks, slots: this.matcher.find(plan) });
  }

  /** How a text is read here, for an index of the same entries that has other numbers. */
  readQuery(text: string, language: string): ReadQuery {
    const { plan } = this.match(text, language);
    return describePlan(plan, this.state, phraseMatches(plan, this.matcher, this.state));
  }

  suggest(typed: string, limit: number): Suggestion[] {
    const key = `${limit} ${typed}`;
    return this.suggestions.get(key) ?? this.suggestions.set(key, this.newSuggestions(typed, limit));
  }

  private newSuggestions(typed: string, limit: number): Suggestion[] {
    this.suggester ??= new Suggester(this.state);
    const { suggester } = this;
    return suggester.find(typed, limit).map((slot) => {
      const entry = this.hits.brief(slot);
      return { ...entry, title: suggester.mark(entry.title, typed) };
    });
  }

  similar(id: string, options: { limit: number; kinds?: EntryKind[] }): SearchHit[] {
    const key = JSON.stringify([id, options]);
    return this.similars.get(key) ?? this.similars.set(key, this.newSimilar(id, options));
  }

  private newSimilar(id: string, options: { limit: number; kinds?: EntryKind[] }): SearchHit[] {
    const slot = this.state.columns.slotOf.get(id);
    if (slot === undefined) return [];
    const found = similarEntries(slot, this.hits.numbers(slot), options, this.state, this.ranker);
    const marks = new Marks(nothingAsked, this.state.vocabulary);
    return found.map((entry) => this.hits.read(entry.slot, entry.score, nothingAsked, marks, "best"));
  }

  spellings(text: string, limit: number): string[] {
    return spellingsOf(text, limit, this.state, this.thesaurus);
  }

  /** Tells that an entry is about to change or go. */
  forget(id: string): void {
    const slot = this.state.columns.slotOf.get(id);
    if (slot !== undefined) this.suggester?.drop(slot);
  }

  /** Tells that an entry is new or has changed. */
  learn(id: string): void {
    const slot = this.state.columns.slotOf.get(id);
    if (slot !== undefined) this.suggester?.add(slot);
  }

  /** Forgets answers; after any change. */
  refresh(): void {
    this.answers.clear();
    this.suggestions.clear();
    this.similars.clear();
    this.matches.clear();
    this.titleOrder = new TitleOrder(this.state.columns);
  }
}
