import { foldWord } from "../analysis/fold";
import { eachWord } from "../analysis/words";
import { parseQuery } from "../query/parse-query";
import { allowedEdits, nearWords } from "../query/spelling";
import type { ThesaurusIndex } from "../query/thesaurus";
import type { IndexColumnsView } from "./index-view";
import { foreignWords } from "./spelling-words";
import { letterBits, type Vocabulary } from "./vocabulary";
import { WordLookup } from "./word-terms";

/** Each word costs a walk through the vocabulary. */
const mostWords = 6;
/** A word that begins like another for this share of its letters may be a form of it. */
const sharedBeginning = 0.6;
const shortestPart = 3;
/** Words whose score lies further below the best are not offered beside it. */
const muchFurther = 1.5;

/** The text with words of the index in the place of words spelt nearly like them, closest first. */
export function spellingsOf(text: string, limit: number, index: IndexColumnsView, thesaurus: ThesaurusIndex): string[] {
  const { words, phrases } = parseQuery(text);
  const meant = new Set([...words, ...phrases.flat()]);
  const places: { start: number; end: number; choices: string[] }[] = [];
  eachWord(text, (word, start) => {
    if (places.length >= mostWords || !meant.has(word)) return;
    const choices = wordChoices(word, limit, index, thesaurus);
    if (choices.length > 0) places.push({ start, end: start + word.length, choices });
  });
  const spelt = (chosen: (place: number) => number) =>
    places.reduceRight(
      (rest, { start, end, choices }, place) => rest.slice(0, start) + choices[chosen(place)] + rest.slice(end),
      text,
    );
  // Every word by its nearest; then one word at a time by those further away.
  const others = places.flatMap(({ choices }, place) =>
    choices.slice(1).map((_, number) => spelt((other) => (other === place ? number + 1 : 0))),
  );
  return [...new Set([spelt(() => 0), ...others])].filter((other) => other !== text).slice(0, limit);
}

/** What may stand in a word's place, the word itself first when it is known. */
function wordChoices(word: string, limit: number, index: IndexColumnsView, thesaurus: ThesaurusIndex): string[] {
  const { vocabulary } = index;
  const typed = foldWord(word);
  if (new WordLookup(index).stemsOf(word, typed).length > 0 || thesaurus.surfaces.has(typed)) {
    return [word, ...nearest(typed, allowedEdits(typed), limit, vocabulary, thesaurus)];
  }
  const near = nearest(typed, wideEdits(typed), limit, vocabulary, thesaurus);
  return [...new Set([...partedInTwo(typed, vocabulary), ...near, ...begunAlike(typed, limit, vocabulary)])];
}

/** More edits than a search corrects by itself: the reader chooses. Numbers are never bent. */
function wideEdits(word: string): number {
  if (word.length < 3 || /\d/.test(word)) return 0;
  return Math.min(4, Math.ceil(word.length / 3));
}

function nearest(typed: string, edits: number, limit: number, vocabulary: Vocabulary, thesaurus: ThesaurusIndex) {
  const near = [vocabulary, foreignWords(thesaurus, vocabulary)]
    .flatMap((from) =>
      nearWords(typed, letterBits(typed), from, { edits, limit }).map(({ index, score }) => ({
        word: from.words[index] ?? "",
        score,
      })),
    )
    .sort((a, b) => b.score - a.score);
  const worst = (near[0]?.score ?? 0) - muchFurther;
  return near.filter(({ score, word }) => score >= worst && word.length >= shortestPart).map(({ word }) => word);
}

function begunAlike(typed: string, limit: number, vocabulary: Vocabulary): string[] {
  const shared = Math.max(4, Math.ceil(typed.length * sharedBeginning));
  if (typed.length < shared) return [];
  const often = (word: number) => vocabulary.occurrences[word] ?? 0;
  const words = vocabulary.withPrefix(typed.slice(0, shared)).sort((a, b) => often(b) - often(a));
  return words.slice(0, limit).map((word) => vocabulary.wordOf(word));
}

/** `humanrights`: two words with the space left out; of several ways the one whose rarer word is met most. */
function partedInTwo(typed: string, vocabulary: Vocabulary): string[] {
  const often = (word: string) => {
    const id = vocabulary.idOf(word);
    return id === undefined ? 0 : (vocabulary.occurrences[id] ?? 0);
  };
  let best = "";
  let most = 0;
  for (let at = shortestPart; at <= typed.length - shortestPart; at++) {
    const parts: [string, string] = [typed.slice(0, at), typed.slice(at)];
    const rarer = Math.min(often(parts[0]), often(parts[1]));
    if (rarer > most) [best, most] = [parts.join(" "), rarer];
  }
  return best === "" ? [] : [best];
}
