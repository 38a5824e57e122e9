import { setImmediate } from "node:timers/promises";
import type { EntryKind } from "~db/schema/entry";
import { entryHash } from "../entry-hash.server";
import { type FacetName, facetNames, type SearchEntry } from "../port";
import { dateNumber } from "../query/date-bounds";
import {
  type AnalysedEntry,
  analyseEntry,
  bodyFrequency,
  bodyOf,
  keywordFrequency,
  titleFrequency,
} from "../sqlite/analyse-entry";
import { evidenceOf } from "../sqlite/evidence";
import { weights } from "../sqlite/rank";
import { documentKey, encodeValue, stemToken } from "./encode";

/** Stems by how much they tell of an entry: the server orders matches by these, the telling ones first. */
export const impactFields = ["stems_1", "stems_2", "stems_3", "stems_4"] as const;
/** From so many weighted times on, a stem belongs to the field. */
const impacts = [3.5, 2, 1, 0];
const atATime = 10;
/** What is taken for the usual length: it need not be exact, ranking is. */
const usualLength = { title: 8, body: 120 };

/** An entry as the server holds it. */
export interface EntryDocument extends Record<(typeof impactFields)[number], string[]> {
  key: string;
  id: string;
  hash: string;
  kind: EntryKind;
  language: string;
  title: string;
  body: string;
  url: string;
  date: string | null;
  /** For filters and order: see `dateNumber`. */
  day: number;
  /** Breaks ties: evidence first, then the date. */
  tie: number;
  /** Orders by title where there are too many to compare them as a reader's language does. */
  titleKey: string;
  facets: Record<FacetName, string[]>;
  /** All stems, to filter by. */
  stems: string[];
  _geo: { lat: number; lng: number } | null;
}

/** Analyses an entry as the embedded engine does. */
function toDocument(entry: SearchEntry): EntryDocument {
  const words = [""];
  const numbers = new Map<string, number>();
  const { analysed } = analyseEntry(entry, {
    known: new Map(),
    wordId(word) {
      const number = numbers.get(word) ?? words.push(word) - 1;
      numbers.set(word, number);
      return number;
    },
    pair: () => undefined,
    facetValueId: () => 0,
  });
  const wordOf = (number: number) => words[number] ?? "";
  const day = dateNumber(entry.date);
  const evidence = evidenceOf(entry);
  const { location } = entry;
  return {
    key: documentKey(entry.id),
    id: entry.id,
    hash: entryHash(entry),
    kind: entry.kind,
    language: entry.language,
    title: entry.title,
    body: bodyOf(entry),
    url: entry.url,
    date: entry.date,
    day,
    tie: evidence * 1e9 + day,
    titleKey: titleKey(entry.title),
    facets: Object.fromEntries(
      facetNames.map((facet) => [facet, [...new Set(entry.facets[facet])].map(encodeValue)]),
    ) as EntryDocument["facets"],
    stems: Array.from(analysed.terms, (term) => stemToken(wordOf(term))),
    ...byImpact(analysed, wordOf),
    _geo: location && { lat: location.latitude, lng: location.longitude },
  };
}

/** One after another, with pauses in which pages are answered: it is done in their thread. */
export async function toDocuments(entries: SearchEntry[]): Promise<EntryDocument[]> {
  const documents: EntryDocument[] = [];
  for (const entry of entries) {
    if (documents.length % atATime === 0) await setImmediate();
    documents.push(toDocument(entry));
  }
  return documents;
}

function byImpact(entry: AnalysedEntry, wordOf: (number: number) => string) {
  const share = (length: number, usual: number, part: number) => 1 - part + (part * length) / usual;
  const title = weights.title / share(entry.titleLength, usualLength.title, weights.titleLengthShare);
  const body = 1 / share(entry.bodyLength, usualLength.body, weights.bodyLengthShare);
  const rated = Array.from(entry.terms, (term, i) => {
    const packed = entry.frequencies[i] ?? 0;
    return {
      token: stemToken(wordOf(term)),
      impact:
        title * titleFrequency(packed) + body * bodyFrequency(packed) + weights.keywords * keywordFrequency(packed),
    };
  }).sort((a, b) => b.impact - a.impact);
  const fields = Object.fromEntries(impactFields.map((field) => [field, [] as string[]]));
  for (const { token, impact } of rated) {
    fields[impactFields[impacts.findIndex((least) => impact >= least)] ?? "stems_4"]?.push(token);
  }
  return fields as Record<(typeof impactFields)[number], string[]>;
}

/** Case and accents folded, numbers by size: nearly the order that readers expect. */
function titleKey(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\d+/g, (digits) => digits.padStart(10, "0"))
    .slice(0, 120);
}
