import type { ReadQuery } from "../query/read-query";
import type { IndexColumnsView } from "./index-view";
import type { QueryPlan, Variant, WordTerms } from "./query-plan";

/** Says a plan in words, for an index that has other numbers. */
export function describePlan(
  plan: QueryPlan,
  { columns, vocabulary }: IndexColumnsView,
  phrases: Pick<ReadQuery, "withPhrases" | "withoutPhrases">,
): ReadQuery {
  const words = new Map<number, string>();
  const written = new Map<number, string[]>();
  mapPlan(plan, {
    stem(number) {
      words.set(number, vocabulary.wordOf(number));
      written.set(
        number,
        vocabulary.written(number).map((word) => vocabulary.wordOf(word)),
      );
      return number;
    },
    word(number) {
      words.set(number, vocabulary.wordOf(number));
      return number;
    },
  });
  const { count, totalTitleLength, totalBodyLength } = columns;
  return {
    plan,
    words,
    written,
    ...phrases,
    totals: { count, titleLength: totalTitleLength, bodyLength: totalBodyLength },
  };
}

/** The plan with other numbers for its stems and written words; 0 stays what it is, no word. */
export function mapPlan(
  plan: QueryPlan,
  { stem, word }: { stem: (number: number) => number; word: (number: number) => number },
): QueryPlan {
  const toVariants = (variants: Variant[]) => variants.map(({ term, weight }) => ({ term: stem(term), weight }));
  const toTerms = (terms: WordTerms) => ({ ...terms, variants: toVariants(terms.variants) });
  const toWords = (words: number[]) => words.map((number) => (number === 0 ? 0 : word(number)));
  const toNeeds = (needs: QueryPlan["allNeeds"]) =>
    needs.map(({ variants, choices, most }) => ({
      variants: toVariants(variants),
      choices: choices.map((choice) => choice.map(toVariants)),
      most,
    }));
  return {
    ...plan,
    concepts: plan.concepts.map((concept) => ({
      ...concept,
      terms: toTerms(concept.terms),
      surface: toWords([concept.surface])[0] ?? 0,
    })),
    alternatives: plan.alternatives.map(({ concepts, choices }) => ({
      concepts,
      choices: choices.map((choice) => ({ ...choice, words: choice.words.map(toTerms) })),
    })),
    allNeeds: toNeeds(plan.allNeeds),
    anyNeeds: toNeeds(plan.anyNeeds),
    phraseNeeds: toNeeds(plan.phraseNeeds),
    excluded: toVariants(plan.excluded),
    phrases: plan.phrases.map(toWords),
    excludedPhrases: plan.excludedPhrases.map(toWords),
    sequence: toWords(plan.sequence),
  };
}
