import { markPart } from "~/domain/search/marked-part";
import type { MarkedText } from "~search/port";
import type { ProvisionView } from "./document";

/** What a reader looks for inside a document. */
export interface FindRequest {
  text: string;
  /** Whether paragraphs without a match are left out. */
  only: boolean;
}

/** What was found inside a document. */
export interface FoundInDocument extends FindRequest {
  /** The provisions that match, in the order of the document. */
  matches: FoundProvision[];
  /** Whether only some of the words stand in each of them: none has all. */
  someWords: boolean;
  corrections: { typed: string; read: string }[];
  alsoSearched: string[];
  waysOut: { spellings: { text: string; matches: number }[]; inLibrary: number } | null;
}

export interface FoundProvision {
  eid: string;
  /** The texts in which the engine marked what it found. */
  marked: MarkedText[];
}

const longest = 200;

/** `?find=budget&only=1`; null without words to look for. */
export function readFind(params: URLSearchParams): FindRequest | null {
  const text = (params.get("find") ?? "").trim().slice(0, longest);
  return text === "" ? null : { text, only: params.get("only") === "1" };
}

/** The query that keeps a find on the next page: `?find=…`, or nothing. */
export function findQuery(find: FindRequest | null): string {
  if (!find) return "";
  return `?${new URLSearchParams({ find: find.text, ...(find.only ? { only: "1" } : {}) })}`;
}

/** The document without the paragraphs that a reader did not ask for. */
export function onlyMatches<Shown extends { provisions: ProvisionView[] }>(
  document: Shown,
  found: FoundInDocument | null,
): Shown {
  if (!found?.only || found.matches.length === 0) return document;
  const matching = new Set(found.matches.map(({ eid }) => eid));
  // The headings above are gone: those that are left stand on one level.
  const left = document.provisions.filter(({ eid }) => matching.has(eid)).map((it) => ({ ...it, depth: 0 }));
  return { ...document, provisions: left };
}

/** The texts of a provision that a document's page shows: its own, or, without one, our summary. */
export function shownTexts({ heading, text, speaker, affiliation, summary }: ProvisionView): string[] {
  const paragraphs = (text ?? "").split(/\n{2,}/);
  const shown = text === null ? [heading, summary] : [heading, ...paragraphs, speaker, affiliation];
  return shown.filter((it): it is string => Boolean(it?.trim()));
}

/** Whether something that the reader sees is marked: the name of the document, which each title holds, does not count. */
export const hasShownMark = (provision: ProvisionView, marked: MarkedText[]): boolean =>
  shownTexts(provision).some((text) => markPart(text, marked).some((piece) => piece.marked));
