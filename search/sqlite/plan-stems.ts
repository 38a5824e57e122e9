import type { Need, QueryPlan, Variant, WordTerms } from "./query-plan";
import type { Vocabulary } from "./vocabulary";

/** The stems behind the numbers of a plan, for an index that has other numbers. */
export function stemsOfPlan(plan: QueryPlan, vocabulary: Vocabulary): Map<number, string> {
  const stems = new Map<number, string>();
  const add = (variants: Variant[]) => {
    for (const { term } of variants) stems.set(term, vocabulary.wordOf(term));
  };
  const addWord = ({ variants }: WordTerms) => add(variants);
  const addNeed = ({ variants, choices }: Need) => [variants, ...choices.flat()].forEach(add);
  for (const { terms } of plan.concepts) addWord(terms);
  for (const { words } of plan.alternatives.flatMap(({ choices }) => choices)) words.forEach(addWord);
  [...plan.allNeeds, ...plan.anyNeeds, ...plan.phraseNeeds].forEach(addNeed);
  add(plan.excluded);
  return stems;
}
