import type { QueryPlan } from "./query-plan";
import type { Vocabulary } from "./vocabulary";

/**
 * Synonyms of several words say what was asked for only where their words stand together: “public spending” answers “budget”,
 * “public” by itself does not.
 */
export class CompoundWords {
  private readonly own: Set<number>;
  private readonly sequences: { words: Set<number>[]; gaps: number[] }[];

  constructor(plan: QueryPlan, vocabulary: Vocabulary) {
    const written = (terms: { variants: { term: number }[] }) =>
      new Set(terms.variants.flatMap(({ term }) => [...vocabulary.written(term)]));
    // Where all was quoted, the words answer in their phrase alone.
    const concepts = plan.phrases.length > 0 && plan.anyNeeds.length === 0 ? [] : plan.concepts;
    this.own = new Set(concepts.flatMap(({ terms }) => [...written(terms)]));
    this.sequences = plan.alternatives
      .flatMap(({ choices }) => choices)
      .map(({ words, gaps }) => ({ words: words.map(written), gaps }));
  }

  /** Tells of a word, by its place in `words`, whether it answers the query where it stands. */
  answersIn(words: ArrayLike<number>, start: number, end: number): (place: number) => boolean {
    const together = new Set<number>();
    for (const { words: parts, gaps } of this.sequences) {
      for (let at = start; at < end; at++) {
        const places = placesOf(words, at, end, parts, gaps);
        for (const place of places) together.add(place);
      }
    }
    return (place) => this.own.has(words[place] ?? 0) || together.has(place);
  }
}

/** The places of a sequence that begins at one; none when it does not stand there. */
function placesOf(
  words: ArrayLike<number>,
  first: number,
  end: number,
  parts: Set<number>[],
  gaps: number[],
): number[] {
  const places: number[] = [];
  let at = first;
  for (const [number, part] of parts.entries()) {
    if (number > 0) at += gaps[number] ?? 1;
    if (at >= end || !part.has(words[at] ?? 0)) return [];
    places.push(at);
  }
  return places;
}
