import snowball from "snowball-stemmers";
import { foldWord } from "./fold";
import { scriptOf, scriptOfLanguage } from "./script";

const algorithms: Record<string, string> = {
  ar: "arabic",
  ca: "catalan",
  cs: "czech",
  da: "danish",
  de: "german",
  en: "english",
  es: "spanish",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hu: "hungarian",
  hy: "armenian",
  it: "italian",
  nb: "norwegian",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sl: "slovene",
  sv: "swedish",
  ta: "tamil",
  tr: "turkish",
};

/** What the stemmers do not know: irregular plurals, and words of this field whose stem is that of a word of other meaning. */
const irregular = new Map(
  Object.entries({
    woman: "women",
    man: "men",
    child: "children",
    accountable: "accountable accountability",
    authority: "authority authorities",
    international: "international internationally",
    minority: "minority minorities",
    priority: "priority priorities",
    publication: "publication publications",
    university: "university universities",
  }).flatMap(([stem, forms]) => forms.split(" ").map((form): [string, string] => [`en ${form}`, stem])),
);

const stemmers = new Map<string, { stem(word: string): string } | null>();

function stemmerOf(language: string): { stem(word: string): string } | null {
  let stemmer = stemmers.get(language);
  if (stemmer === undefined) {
    const algorithm = hasStemmer(language) ? algorithms[language] : undefined;
    stemmer = algorithm ? snowball.newStemmer(algorithm) : null;
    stemmers.set(language, stemmer);
  }
  return stemmer;
}

export function hasStemmer(language: string): boolean {
  return Object.hasOwn(algorithms, language);
}

/**
 * The folded stem of a word in a language; a word of another script than the language's, or with a digit, is only folded.
 * Stems before folding: the stemmers know suffixes by their accents.
 */
export function stemWord(word: string, language: string): string {
  const lower = word.toLowerCase().normalize("NFC");
  const known = irregular.get(`${language} ${lower}`);
  if (known) return known;
  const stemmer = /\d/.test(lower) || scriptOf(lower) !== scriptOfLanguage(language) ? null : stemmerOf(language);
  return foldWord(stemmer ? stemmer.stem(lower) : lower);
}
