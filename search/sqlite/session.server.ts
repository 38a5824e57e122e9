import type { Database } from "better-sqlite3";
import type { EntryKind } from "~db/schema/entry";
import { facetNames, type SearchHit, type SearchQuery, type SearchResult, type Suggestion } from "../port";
import type { FoundElsewhere, ReadQuery } from "../query/read-query";
import type { ThesaurusIndex } from "../query/thesaurus";
import { filterAndCount } from "./facet-counts";
import { HitReader } from "./hits.server";
import { inRange } from "./in-range";
import type { IndexState } from "./index-state.server";
import { Marks } from "./marks";
import { Matcher } from "./match";
import { byRelevance, type Ordered, orderEntries } from "./order";
import { phraseMatches } from "./phrase-matches";
import { stemsOfPlan } from "./plan-stems";
import { planThatFinds } from "./plan-that-finds";
import type { QueryPlan } from "./query-plan";
import { Ranker } from "./rank";
import { Recent } from "./recent";
import { nothingAsked, similarEntries } from "./similar";
import { spellingsOf } from "./spellings";
import { Suggester } from "./suggest";
import { byTitle, TitleOrder } from "./title-order";

type Answer = Omit<SearchResult, "tookMs">;
interface Match {
  plan: QueryPlan;
  marks: Marks;
  /** The entries that match, once somebody has asked for them. */
  slots?: Uint32Array;
}

/** Answers from one version of the index; what it remembers is forgotten when an entry changes. */
export class IndexSession {
  private readonly matcher: Matcher;
  private readonly ranker: Ranker;
  private readonly hits: HitReader;
  private titleOrder: TitleOrder;
  private suggester: Suggester | null = null;
  private readonly answers = new Recent<Answer>(500);
  /** How a text is read, and which entries match it: pages and facets of one search ask for the same. */
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
    const match = this.read(query.text, query.language);
    const { plan, marks } = match;
    match.slots ??= this.matcher.find(plan);
    const within = inRange(match.slots, query, state.columns);
    const filtered = filterAndCount(within, query.filters, query.countFacets ?? facetNames, state);
    const ordered = orderEntries(filtered.slots, query, plan, marks, state, this.ranker, this.titleOrder);
    return {
      total: filtered.slots.length,
      hits: ordered.slots.map((slot, i) => this.hits.read(slot, ordered.scores[i] ?? 0, plan, marks, query)),
      facets: filtered.facets,
      corrections: plan.corrections,
      alsoSearched: plan.alsoSearched,
      engine: "sqlite",
    };
  }

  private read(text: string, language: string): Match {
    const key = `${language} ${text}`;
    const known = this.matches.get(key);
    if (known) return known;
    const plan = planThatFinds(text, language, this.state, this.thesaurus, this.matcher);
    const marks = new Marks(plan, this.state.vocabulary);
    return this.matches.set(key, { plan, marks });
  }

  /** How a text is read here, for an index of the same entries that has other numbers. */
  readQuery(text: string, language: string): ReadQuery {
    const { plan } = this.read(text, language);
    return {
      plan,
      stems: stemsOfPlan(plan, this.state.vocabulary),
      mustHaveAll: this.matcher.mustHaveAll(plan),
      ...phraseMatches(plan, this.matcher, this.state),
    };
  }

  /** Puts what such an index has found in order and shows it. */
  showFound({ text, language, ids, sorted, ...shown }: FoundElsewhere): (SearchHit | string)[] {
    const { plan, marks } = this.read(text, language);
    const { columns } = this.state;
    const show = (slot: number, score = 0) => this.hits.read(slot, score, plan, marks, shown);
    if (!sorted) {
      return ids.map((id) => {
        const slot = columns.slotOf.get(id);
        return slot === undefined ? id : show(slot);
      });
    }
    const known = Uint32Array.from(ids.flatMap((id) => columns.slotOf.get(id) ?? []));
    const { slots, scores }: Ordered =
      sorted.by === "title"
        ? { slots: byTitle(known, language, columns), scores: [] }
        : byRelevance(known, known.length, plan, marks, this.state, this.ranker);
    const { from } = sorted;
    const to = from + sorted.count;
    const hits = slots.slice(from, to).map((slot, i) => show(slot, scores[from + i]));
    if (known.length === ids.length) return hits;
    const unknown = ids.filter((id) => !columns.slotOf.has(id));
    return [...hits, ...unknown.slice(Math.max(0, from - known.length), Math.max(0, to - known.length))];
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
    return found.map((entry) => this.hits.read(entry.slot, entry.score, nothingAsked, marks, {}));
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
