import { isStopWordAnywhere } from "../analysis/stop-words";
import type { ReadQuery } from "../query/read-query";
import type { IndexColumnsView } from "./index-view";
import type { Matcher } from "./match";
import type { Need, QueryPlan } from "./query-plan";

/** The entries in which the quoted phrases of a plan stand, and those in which an excluded one does. */
export function phraseMatches(
  plan: QueryPlan,
  matcher: Matcher,
  index: IndexColumnsView,
): Pick<ReadQuery, "withPhrases" | "withoutPhrases"> {
  const ids = (phrases: number[][], phraseNeeds: Need[]) => {
    const only = { ...plan, everything: false, phrases, phraseNeeds, allNeeds: phraseNeeds, anyNeeds: [] };
    const slots = matcher.find({ ...only, excluded: [], excludedPhrases: [] });
    return Array.from(slots, (slot) => index.columns.ids[slot] ?? "");
  };
  return {
    withPhrases: plan.phrases.length > 0 ? ids(plan.phrases, plan.phraseNeeds) : null,
    withoutPhrases: plan.excludedPhrases.flatMap((phrase) => ids([phrase], needsOf(phrase, index))),
  };
}

/** Stems of the words of a phrase, but for function words, which texts do not index: what lacks one need not be read through. */
function needsOf(phrase: number[], { vocabulary }: IndexColumnsView): Need[] {
  return phrase.flatMap((word) => {
    if (isStopWordAnywhere(vocabulary.wordOf(word))) return [];
    const variants = vocabulary.stems(word).map((term) => ({ term, weight: 1 }));
    const most = variants.reduce((sum, { term }) => sum + (vocabulary.documents[term] as number), 0);
    return variants.length > 0 && most > 0 ? [{ variants, choices: [], most }] : [];
  });
}
