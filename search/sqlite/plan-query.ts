import { analyseWord } from "../analysis/analyse-word";
import { foldWord } from "../analysis/fold";
import { isQuestionWord } from "../analysis/question-words";
import { baseLanguage, isUnspaced } from "../analysis/script";
import { isStopWord, isStopWordAnywhere, languageOfWords } from "../analysis/stop-words";
import { editDistance } from "../query/edit-distance";
import type { ParsedQuery } from "../query/parse-query";
import type { Synonym, ThesaurusIndex, ThesaurusMatch } from "../query/thesaurus";
import { correctWord } from "./correct-word";
import type { IndexColumnsView } from "./index-view";
import type { Alternatives, Concept, Need, QueryPlan, Variant, WordTerms } from "./query-plan";
import { WordLookup } from "./word-terms";

/** Languages that write several words as one. */
const compounding = new Set("de nl sv da nb nn no fi".split(" "));
const isCompounding = (language: string) => compounding.has(language);
/** Ranking by more words than this finds nothing better, and costs. */
const mostConcepts = 64;
/** What a word counts in which questions are put (`find`, `problem`), beside one of the matter itself. */
const questionWordWeight = 0.5;
/** What a word counts that is two letters away from what was typed: it may well be another. */
const farCorrectionWeight = 0.5;
/**
 * A synonym counts little beside a word that the index knows, and almost as much as one that it does not. What the word is in
 * another language counts more: entries in that language cannot have the word itself. Tuned on judged queries.
 */
const synonymWeight = { known: 0.1, translation: 0.8, unknown: 0.9 };
/** A word in more of the entries than this only ranks when rarer ones are there: it would bring in half the index. */
const broadShare = 0.1;
const broadAtLeast = 2000;
const mostAlsoSearched = 8;

interface ReadWord {
  text: string;
  stop: boolean;
  /** The concept that stands for it; -1 for function words. */
  concept: number;
}

/** Reads a query against an index: corrections, stems, synonyms, phrases, exclusions. */
export function planQuery(
  parsed: ParsedQuery,
  reader: string,
  index: IndexColumnsView,
  thesaurus: ThesaurusIndex,
): QueryPlan {
  return new Planner(index, thesaurus).plan(parsed, reader);
}

class Planner {
  private readonly lookup: WordLookup;
  private language = "";
  /** As above, if the query itself tells. */
  private own: string | null = null;
  private nothingKnown = false;
  private readonly concepts: Concept[] = [];
  private readonly conceptOf = new Map<string, number>();
  private readonly corrections: QueryPlan["corrections"] = [];
  private readonly alsoSearched: Synonym[] = [];

  constructor(
    private readonly index: IndexColumnsView,
    private readonly thesaurus: ThesaurusIndex,
  ) {
    this.lookup = new WordLookup(index);
  }

  plan(parsed: ParsedQuery, reader: string): QueryPlan {
    const own = languageOfWords([...parsed.words, ...parsed.phrases.flat()], baseLanguage(reader));
    const language = own ?? baseLanguage(reader);
    this.language = language;
    this.own = own;
    const words = this.readWordsByNeed(parsed, language);
    const alternatives = this.thesaurus
      .find(
        words.map((word) => word.text),
        language,
      )
      .flatMap((match) => this.addSynonyms(match, words));
    const wordConcepts = this.concepts.length;
    const phrases = parsed.phrases.map((phrase) => this.readPhrase(phrase, language));
    const excludedStops = parsed.excludedWords.filter((word) => isStopWordAnywhere(foldWord(word)));
    const excludedWords = parsed.excludedWords.filter((word) => !excludedStops.includes(word));
    const phraseNeeds = phrases.flatMap((phrase) => phrase.needs);
    const wordNeeds = this.concepts
      .slice(0, wordConcepts)
      .map((concept, number) => needOf(concept.terms, number, alternatives));
    const typed = [...parsed.words, ...parsed.phrases.flat()];
    return {
      everything: typed.length === 0,
      concepts: this.concepts,
      alternatives,
      allNeeds: [...phraseNeeds, ...wordNeeds],
      anyNeeds: this.telling(wordNeeds),
      phraseNeeds,
      excluded: excludedWords.flatMap((word) => this.lookup.stemsOf(word, foldWord(word))),
      phrases: phrases.map((phrase) => phrase.sequence),
      excludedPhrases: [...parsed.excludedPhrases, ...excludedStops.map((word) => [word])]
        .map((phrase) => this.sequenceOf(phrase))
        .filter((sequence) => sequence.length > 0),
      sequence: this.sequenceOf(typed),
      corrections: this.corrections,
      alsoSearched: this.alsoSearchedFor(baseLanguage(reader), parsed.words),
      language: own,
    };
  }

  /** Where no word is known, those that are further from what was typed will do. */
  private readWordsByNeed({ words, open, phrases }: ParsedQuery, language: string): ReadWord[] {
    const read = this.readWords(words, open, language);
    if (phrases.length > 0 || this.concepts.some(({ terms }) => terms.variants.length > 0)) return read;
    this.concepts.length = 0;
    this.conceptOf.clear();
    this.nothingKnown = true;
    return this.readWords(words, open, language);
  }

  private readWords(typed: string[], open: boolean, language: string): ReadWord[] {
    const allStop = typed.every((word) => isStopWord(foldWord(word), language));
    let last = -1;
    return typed.map((word, place) => {
      const stop = !allStop && isStopWord(foldWord(word), language);
      if (stop) return { text: word, stop, concept: -1 };
      const gap = place - last;
      last = place;
      return { ...this.readWord(word, open && place === typed.length - 1, gap), stop };
    });
  }

  /** Finds what stands for a word: its stems; what it begins, if it is the last; else the nearest word that is known. */
  private readWord(word: string, open: boolean, gap: number): { text: string; concept: number } {
    const surface = foldWord(word);
    const seen = this.conceptOf.get(surface);
    const repeated = seen === undefined ? undefined : this.concepts[seen];
    if (seen !== undefined && repeated) {
      repeated.times += 1;
      return { text: word, concept: seen };
    }
    let text = word;
    let variants = this.lookup.stemsOf(word, surface, this.own);
    if (open) variants = [...variants, ...this.lookup.continuationsOf(surface, variants)];
    const isEmpty = this.index.columns.count === 0;
    const { language, nothingKnown } = this;
    const foreign = !this.lookup.hasEntriesIn(language);
    const typed = { word, surface, variants, open, foreign, language, nothingKnown };
    const correction = isEmpty ? null : correctWord(typed, this.index.vocabulary, this.thesaurus);
    let sureness = 1;
    if (correction) {
      text = correction;
      variants = this.lookup.stemsOf(correction, correction, this.own);
      this.corrections.push({ typed: word, read: correction });
      if (editDistance(surface, correction, 1, open) > 1) sureness = farCorrectionWeight;
    }
    if (!correction) variants = [...variants, ...this.relatedTo(surface, variants)];
    return { text, concept: this.addConcept(surface, foldWord(text), variants, gap, sureness) };
  }

  /** Other forms of a word, which count less. English bends its words so little that its stemmer knows all of them. */
  private relatedTo(surface: string, known: Variant[]): Variant[] {
    if (isUnspaced(surface)) return this.lookup.partsOf(surface, known);
    const bends = this.language !== "en" && this.lookup.hasEntriesIn(this.language);
    if (!bends) return [];
    const kin = this.lookup.kinOf(surface, known);
    return known.length + kin.length === 0 && isCompounding(this.language) ? this.lookup.halvesOf(surface) : kin;
  }

  private addConcept(key: string, surface: string, variants: Variant[], gap = 1, sureness = 1): number {
    if (this.concepts.length >= mostConcepts) return -1;
    const number = this.concepts.length;
    const id = this.index.vocabulary.idOf(surface) ?? 0;
    const times = sureness * (isQuestionWord(key, this.language) ? questionWordWeight : 1);
    this.concepts.push({ terms: this.lookup.toTerms(variants), surface: id, times, gap });
    this.conceptOf.set(key, number);
    return number;
  }

  private addSynonyms(match: ThesaurusMatch, words: ReadWord[]): Alternatives[] {
    const run = words
      .slice(match.start, match.end)
      .map((word) => word.concept)
      .filter((concept) => concept >= 0);
    const only = run.length === 1 ? this.concepts[run[0] ?? -1] : undefined;
    const choices: Alternatives["choices"] = [];
    if (run.length === 0) return [];
    const hasTerms = run.every((concept) => (this.concepts[concept]?.terms.variants.length ?? 0) > 0);
    // A French word in English entries is a name (`Plaine Commune`), or means something else.
    const known = hasTerms && match.languages.some((language) => this.lookup.hasEntriesIn(language));
    for (const synonym of match.synonyms) {
      const isTranslation = !match.languages.includes(synonym.language) && this.lookup.hasEntriesIn(synonym.language);
      const sort = isTranslation ? "translation" : "known";
      const weight = synonymWeight[known ? sort : "unknown"];
      const found = synonym.words.map((word) => this.lookup.termsOfSynonym(word, synonym.language));
      if (found.some((variants) => variants.length === 0)) continue;
      this.alsoSearched.push(synonym);
      if (only && found.length === 1) this.widen(only, found.flat(), weight);
      else
        choices.push({
          term: synonym.term,
          gaps: synonym.gaps,
          words: found.map((variants) => this.lookup.toTerms(weighted(variants, weight))),
        });
    }
    return choices.length > 0 ? [{ concepts: [...new Set(run)], choices }] : [];
  }

  /** Adds single words that mean the same to a concept. */
  private widen(concept: Concept, variants: Variant[], weight: number): void {
    const taken = new Set(concept.terms.variants.map((variant) => variant.term));
    const added = weighted(variants, weight).filter((variant) => !taken.has(variant.term) && taken.add(variant.term));
    concept.terms = this.lookup.toTerms([...concept.terms.variants, ...added]);
  }

  /** Phrases are taken to the letter: no corrections, no synonyms. Function words are checked in the columns only. */
  private readPhrase(phrase: string[], language: string): { sequence: number[]; needs: Need[] } {
    const needs: Need[] = [];
    for (const word of phrase) {
      const { surface, stop } = analyseWord(word, language);
      const id = this.index.vocabulary.idOf(surface);
      const variants = (id === undefined ? [] : this.index.vocabulary.stems(id)).map((term) => ({ term, weight: 1 }));
      if (!stop && !this.conceptOf.has(surface)) this.addConcept(surface, surface, variants);
      if (!isStopWordAnywhere(surface) && variants.length > 0) needs.push(needOf(this.lookup.toTerms(variants)));
    }
    const sequence = this.sequenceOf(phrase);
    // With a word that is nowhere the phrase is [0], which matches nothing.
    return { sequence: sequence.length > 0 ? sequence : [0], needs };
  }

  private sequenceOf(words: string[]): number[] {
    const ids = words.map((word) => this.index.vocabulary.idOf(foldWord(word)) ?? 0);
    return ids.every((id) => id > 0 && (this.index.vocabulary.occurrences[id] as number) > 0) ? ids : [];
  }

  /** Without words that half the entries have, as long as rarer ones are left. */
  private telling(needs: Need[]): Need[] {
    const broad = Math.max(broadAtLeast, this.index.columns.count * broadShare);
    const rare = needs.filter((need) => need.most <= broad);
    return rare.some((need) => need.most >= 20) ? rare : needs;
  }

  /** In languages that the reader, the query or the entries have; other forms of what was typed need no word. */
  private alsoSearchedFor(reader: string, typed: string[]): string[] {
    const typedWords = typed.map(foldWord).filter((word) => !isStopWordAnywhere(word));
    const isForm = ({ words }: Synonym) =>
      words.every(({ surface }) =>
        typedWords.some((word) => word.startsWith(surface.slice(0, -1)) || surface.startsWith(word.slice(0, -1))),
      );
    const shown = this.alsoSearched.filter(
      (synonym) =>
        ([reader, this.language].includes(synonym.language) || this.lookup.hasEntriesIn(synonym.language)) &&
        !isForm(synonym),
    );
    const own = shown.filter((synonym) => synonym.language === reader);
    const others = shown.filter((synonym) => synonym.language !== reader);
    return [...new Set([...own, ...others].map((synonym) => synonym.term))].slice(0, mostAlsoSearched);
  }
}

function needOf(terms: WordTerms, number = -1, alternatives: Alternatives[] = []): Need {
  const choices = alternatives.filter((run) => run.concepts.includes(number)).flatMap((run) => run.choices);
  const most = choices.reduce(
    (sum, { words }) => sum + Math.min(...words.map((word) => word.documents)),
    terms.documents,
  );
  return { variants: terms.variants, choices: choices.map(({ words }) => words.map((word) => word.variants)), most };
}

function weighted(variants: Variant[], share: number): Variant[] {
  const seen = new Set<number>();
  return variants
    .filter(({ term }) => !seen.has(term) && seen.add(term))
    .map(({ term, weight }) => ({ term, weight: weight * share }));
}
