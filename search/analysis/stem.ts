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

/** Endings to take off, the longest first, in languages for which Snowball has no stemmer here; so many letters stay. */
const endings: Record<string, { fewest: number; endings: string[] }> = {
  el: {
    fewest: 3,
    endings:
      words(`ματων ματος ματα μα ηθηκε ηθηκαν θηκε θηκαν αζεται αζονται αστηκε αστηκαν ειται ουνται σεις σεων σεως σης ση σε σαν ια ιας
      ιες ιων ιο ιου ιοι ιος ιστικων ιστικη ουσαν ουσες ησεις ησεων ησεως ουμε ουνε ονται εται ουντα οντας ωντας ικους ικων ικης
      ικες ικος ικου ικοι ησαν ησει ησης ηση ησε ους ουν ων ες εις εως εων ος ου οι ας ης ις ει αν εν α η ο ι ε υ`),
  },
  hi: {
    fewest: 2,
    endings: words(
      `ाया ाए ाई ाकर ाओ ाइयों ाइयाँ ाइयां ियों ियाँ ियां ुओं ुएँ ाओं ाएँ ाएं ाने ाना ाते ाती ाता ेगा ेगी ेंगे ओं एँ एं ों ें ीं ते ती ता ना ने नी ा े ी ि ु ू ो`,
    ),
  },
  ko: {
    fewest: 1,
    endings: words(
      "에서는 에서도 으로써 으로는 에게서 이라는 에서 에게 으로 까지 부터 처럼 보다 마다 이나 이라 라는 은 는 이 가 을 를 의 에 로 와 과 도 만",
    ),
  },
};

/** What stemmers want words to be spelt like. */
const spelt: Record<string, (word: string) => string> = {
  // Romanian is written with commas below, which the stemmer takes for other letters than those with cedillas.
  ro: (word) => word.replaceAll("ș", "ş").replaceAll("ț", "ţ"),
  // “And the”, “so the”.
  ar: (word) => word.replace(/^[وف](?=ال\p{L}{3})/u, ""),
};

function words(text: string): string[] {
  return text.split(/\s+/).sort((a, b) => b.length - a.length);
}

function withoutEnding(word: string, language: string): string {
  const known = endings[language];
  const ending = known?.endings.find((end) => word.endsWith(end) && word.length - end.length >= known.fewest);
  return ending ? word.slice(0, -ending.length) : word;
}

const stemmers = new Map<string, { stem(word: string): string } | null>();

function stemmerOf(language: string): { stem(word: string): string } | null {
  let stemmer = stemmers.get(language);
  if (stemmer === undefined) {
    const algorithm = Object.hasOwn(algorithms, language) ? algorithms[language] : undefined;
    stemmer = algorithm ? snowball.newStemmer(algorithm) : null;
    stemmers.set(language, stemmer);
  }
  return stemmer;
}

export function hasStemmer(language: string): boolean {
  return Object.hasOwn(algorithms, language) || language === "vi" || Object.hasOwn(endings, language);
}

/**
 * The folded stem of a word in a language; a word of another script than the language's, or with a digit, is only folded.
 * Stems before folding: the stemmers know suffixes by their accents.
 */
export function stemWord(word: string, language: string): string {
  const lower = word.toLowerCase().normalize("NFC");
  const known = irregular.get(`${language} ${lower}`);
  if (known) return known;
  if (/\d/.test(lower) || scriptOf(lower) !== scriptOfLanguage(language)) return foldWord(lower);
  // Vietnamese words differ by their tones alone.
  if (language === "vi") return lower;
  if (Object.hasOwn(endings, language)) return withoutEnding(foldWord(lower), language);
  return foldWord(stemmerOf(language)?.stem(spelt[language]?.(lower) ?? lower) ?? lower);
}
