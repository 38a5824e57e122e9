import type { LinkDraft, LinkSuggestion, SuggestLinksOptions } from "../port";
import { chanceOf, weightsOf } from "./chance";
import { type JudgedTarget, judgeTargets } from "./judge-targets";
import type { LinkIndex } from "./link-index.server";
import { readSentences, telling } from "./telling-part";
import type { Vector } from "./vectors";

/** A link to one recommendation speaks for those that say the same, and for the tools that answer it. */
const relatedWorth = 0.5;
/** Of the words in common, those that tell most. */
const mostShared = 8;

/** Recommendations and tools that a draft may be meant to be linked to, the likeliest first; none without a word that led to it. */
export function suggestLinks(
  index: LinkIndex,
  draft: LinkDraft,
  { limit = 6, leastChance = 0, dismissed = [] }: SuggestLinksOptions = {},
): LinkSuggestion[] {
  const { vector, judged } = judgeTargets(index, draft);
  const scored = judged.flatMap((one) => {
    const { target } = at(index, one);
    if (draft.linked.includes(target.id) || dismissed.includes(target.id)) return [];
    const weights = weightsOf[target.kind];
    const start = weights.start + (one.linkedRelated ? relatedWorth : 0);
    const chance = chanceOf(one.signals, { ...weights, start });
    return chance >= leastChance ? [{ ...one, chance, kind: target.kind }] : [];
  });
  scored.sort((a, b) => b.chance - a.chance || a.index - b.index);
  const read = (texts: readonly string[], language: string) =>
    readSentences(texts, (text) => index.reader.read(text, language));
  const written = read([draft.title, ...draft.texts], draft.language);
  const left = { provision: limit, tool: limit };
  return scored.flatMap((one) => {
    if (left[one.kind] === 0) return [];
    const { target, vector: other, names } = at(index, one);
    const worth = inCommon(vector, other, names);
    if (worth.size === 0) return [];
    left[one.kind] -= 1;
    return {
      id: target.id,
      kind: target.kind,
      chance: one.chance,
      draft: telling(written, worth),
      target: telling(read([...target.names, target.text], target.language), worth),
      codes: target.codes.filter((code) => draft.codes.includes(code)),
      neighbours: one.neighbours,
      linkedRelated: one.linkedRelated,
    };
  });
}

const at = (index: LinkIndex, { index: place }: JudgedTarget) => {
  const found = index.targets[place];
  if (!found) throw new Error(`There is no target ${place}.`);
  return found;
};

/** The terms that two have in common and that tell most, with what each is worth: twice if the tool is named by it. */
const inCommon = (a: Vector, b: Vector, names: Vector): Map<string, number> =>
  new Map(
    [...a]
      .map(([term, weight]): [string, number] => [term, weight * (b.get(term) ?? 0) * (names.has(term) ? 2 : 1)])
      .filter(([, worth]) => worth > 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostShared),
  );
