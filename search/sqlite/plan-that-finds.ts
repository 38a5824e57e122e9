import { foldWord } from "../analysis/fold";
import { isStopWordAnywhere } from "../analysis/stop-words";
import { type ParsedQuery, parseQuery } from "../query/parse-query";
import type { ThesaurusIndex } from "../query/thesaurus";
import type { IndexColumnsView } from "./index-view";
import type { Matcher } from "./match";
import { planQuery } from "./plan-query";
import type { QueryPlan } from "./query-plan";

/**
 * Reads a query as it was typed; where that finds nothing, quotes beside other words as punctuation, and where no word is
 * known, the function words. What was read is told as a correction. Quotes alone are taken to the letter.
 */
export function planThatFinds(
  text: string,
  reader: string,
  index: IndexColumnsView,
  thesaurus: ThesaurusIndex,
  matcher: Matcher,
): QueryPlan {
  const parsed = parseQuery(text);
  const plan = planQuery(parsed, reader, index, thesaurus);
  if (parsed.words.length === 0 || index.columns.count === 0) return plan;
  if (plan.phrases.length > 0) {
    if (matcher.find(plan).length > 0) return plan;
    const unquoted = { ...parsed, words: [...parsed.words, ...parsed.phrases.flat()], phrases: [] };
    const read = planQuery(unquoted, reader, index, thesaurus);
    const corrections = parsed.phrases.map((phrase) => ({ typed: `"${phrase.join(" ")}"`, read: phrase.join(" ") }));
    return { ...read, corrections: [...corrections, ...read.corrections] };
  }
  const hasKnown = plan.allNeeds.some(({ most }) => most > 0);
  return hasKnown ? plan : (byFunctionWords(parsed, plan, index, matcher) ?? plan);
}

/** Texts do not index function words, but they have them: entries with all in a row, or else with the rarest. */
function byFunctionWords(
  { words }: ParsedQuery,
  plan: QueryPlan,
  { vocabulary }: IndexColumnsView,
  matcher: Matcher,
): QueryPlan | null {
  const often = (id: number) => vocabulary.occurrences[id] as number;
  const known = words.filter((word) => {
    const id = vocabulary.idOf(foldWord(word));
    return id !== undefined && isStopWordAnywhere(foldWord(word)) && often(id) > 0;
  });
  const ids = known.map((word) => vocabulary.idOf(foldWord(word)) ?? 0);
  const rarest = [...ids].sort((a, b) => often(a) - often(b))[0];
  if (rarest === undefined) return null;
  for (const phrase of [ids, [rarest]]) {
    const read = known.filter((_, place) => phrase.includes(ids[place] as number)).join(" ");
    const corrections = [{ typed: words.join(" "), read }];
    const wanted = { ...plan, phrases: [phrase], allNeeds: [], anyNeeds: [], corrections };
    if (matcher.find(wanted).length > 0) return wanted;
  }
  return null;
}
