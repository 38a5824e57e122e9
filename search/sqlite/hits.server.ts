import type { Database, Statement } from "better-sqlite3";
import type { EntryKind } from "~db/schema/entry";
import { type FacetName, facetNames, type SearchHit, type SearchQuery } from "../port";
import { decodeEntry } from "./entry-blob";
import { extractFrom, markText, type PlacedWord } from "./extract";
import type { IndexColumnsView } from "./index-view";
import type { Marks } from "./marks";
import type { QueryPlan } from "./query-plan";
import { tablesOf } from "./tables.server";
import { VarintReader } from "./varint";

/** id, kind, language, title, body, url, date, layout */
type HitRow = [string, EntryKind, string, string, string, string, string | null, Buffer];

/** Reads the entries of one page and marks in them what was found. */
export class HitReader {
  private readonly row: Statement;
  private readonly briefRow: Statement;
  private readonly numbersRow: Statement;

  constructor(
    sqlite: Database,
    private readonly index: IndexColumnsView,
    generation: number,
  ) {
    // As arrays: a third quicker than objects.
    this.row = sqlite
      .prepare(
        `select id, kind, language, title, body, url, date, layout from ${tablesOf(generation).entry} where slot = ?`,
      )
      .raw();
    this.briefRow = sqlite.prepare(`select id, kind, title, url from ${tablesOf(generation).entry} where slot = ?`);
    this.numbersRow = sqlite.prepare(`select numbers from ${tablesOf(generation).entry} where slot = ?`).pluck();
  }

  /** The terms of an entry, and how often each stands there; good until the next are read. */
  numbers(slot: number): { terms: ArrayLike<number>; frequencies: ArrayLike<number> } {
    return decodeEntry(this.numbersRow.get(slot) as Buffer);
  }

  /** What a suggestion shows. */
  brief(slot: number): { id: string; kind: EntryKind; title: string; url: string } {
    return this.briefRow.get(slot) as { id: string; kind: EntryKind; title: string; url: string };
  }

  read(
    slot: number,
    score: number,
    plan: QueryPlan,
    marks: Marks,
    { extract, hitFacets = facetNames }: Pick<SearchQuery, "extract" | "hitFacets">,
  ): SearchHit {
    const [id, kind, language, title, text, url, date, bytes] = this.row.get(slot) as HitRow;
    const { columns } = this.index;
    const layout = new VarintReader(bytes);
    const start = columns.wordStart[slot] as number;
    const titleEnd = columns.titleEnd[slot] as number;
    const whole = extract === "whole";
    const inTitle = this.place(layout, start, titleEnd, plan, marks, whole);
    const [bodyStart, bodyEnd] = [columns.headEnd[slot] as number, columns.wordEnd[slot] as number];
    const inBody = this.place(layout, bodyStart, bodyEnd, plan, marks, whole);
    return {
      id,
      kind,
      title: markText(title, inTitle),
      extract: whole ? markText(text, inBody) : extractFrom(text, inBody, marks.idf),
      url,
      language,
      date,
      score: Math.round(score * 1000) / 1000,
      facets: this.facetsOf(slot, hitFacets),
    };
  }

  /** Where the matched words of a field stand in its text. */
  private place(
    layout: VarintReader,
    start: number,
    end: number,
    plan: QueryPlan,
    marks: Marks,
    whole: boolean,
  ): PlacedWord[] {
    const { data } = this.index.columns.words;
    const answers = whole ? marks.answersIn(data, start, end) : null;
    const inPhrase = phraseWords(data, start, end, plan.phrases);
    const placed: PlacedWord[] = [];
    let at = 0;
    for (let i = start; i < end; i++) {
      at += layout.read();
      const length = layout.read();
      const ofWord = answers?.(i) === false ? 0 : (marks.ofWord[data[i] as number] as number);
      const mark = ofWord || (inPhrase?.has(i) ? marks.idf.length : 0);
      if (mark > 0) placed.push({ start: at, end: at + length, mark });
      at += length;
    }
    return placed;
  }

  private facetsOf(slot: number, wanted: readonly FacetName[]): SearchHit["facets"] {
    const { facets } = this.index.columns;
    const values: SearchHit["facets"] = {};
    for (const facet of wanted) values[facet] = facets.of(facetNames.indexOf(facet), slot);
    return values;
  }
}

/** Places of words that stand in a quoted phrase, function words too; null when no phrase was asked for. */
function phraseWords(data: Uint32Array, start: number, end: number, phrases: number[][]): Set<number> | null {
  if (phrases.length === 0) return null;
  const places = new Set<number>();
  for (const phrase of phrases) {
    for (let at = start; at + phrase.length <= end; at++) {
      if (phrase.every((word, i) => data[at + i] === word)) for (let i = 0; i < phrase.length; i++) places.add(at + i);
    }
  }
  return places;
}
