import { eachWord } from "../analysis/words";
import { type FacetName, facetNames, type SearchHit, type SearchQuery } from "../port";
import { extractFrom, markText, type PlacedWord } from "../sqlite/extract";
import type { EntryDocument } from "./document";
import { decodeValue } from "./encode";
import type { SmallPlan } from "./second-look";

export type Shown = Pick<EntryDocument, "id" | "kind" | "language" | "title" | "body" | "url" | "date" | "facets">;
export const shownFields = ["id", "kind", "language", "title", "body", "url", "date", "facets"] as const;

/** A document as a hit, with the words that were looked for marked. */
export function showHit(document: Shown, score: number, small: SmallPlan, extract: SearchQuery["extract"]): SearchHit {
  const { title, body } = document;
  const whole = extract === "whole";
  const placed = placeWords(body, small, whole);
  return {
    id: document.id,
    kind: document.kind,
    title: markText(title, placeWords(title, small, whole)),
    extract: whole ? markText(body, placed) : extractFrom(body, placed, small.marks.idf),
    url: document.url,
    language: document.language,
    date: document.date,
    score: Math.round(score * 1000) / 1000,
    facets: Object.fromEntries(facetNames.map((facet) => [facet, document.facets[facet].map(decodeValue)])) as Record<
      FacetName,
      string[]
    >,
  };
}

/** Where the words of the query stand in a text. */
function placeWords(text: string, small: SmallPlan, whole: boolean): PlacedWord[] {
  const { marks, plan } = small;
  const words: PlacedWord[] = [];
  const numbers: number[] = [];
  eachWord(text, (word, start) => {
    const number = small.numberOf(word);
    numbers.push(number);
    words.push({ start, end: start + word.length, mark: marks.ofWord[number] ?? 0 });
  });
  const answers = whole ? marks.answersIn(numbers, 0, numbers.length) : null;
  for (const [place, word] of words.entries()) if (answers?.(place) === false) word.mark = 0;
  // In a quoted phrase function words are marked too.
  for (const phrase of plan.phrases) {
    for (let at = 0; at + phrase.length <= numbers.length; at++) {
      if (!phrase.every((word, i) => numbers[at + i] === word)) continue;
      for (const word of words.slice(at, at + phrase.length)) word.mark ||= marks.idf.length;
    }
  }
  return words.filter((word) => word.mark > 0);
}
