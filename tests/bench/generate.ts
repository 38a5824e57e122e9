import type { EntryKind } from "~db/schema/entry";
import { type FacetName, facetNames, type SearchEntry } from "~search/port";
import { pick, seededRandom } from "./random";

/** Texts of the seeds by language: where the generator learns words, and how often each comes. */
export type Samples = { language: string; texts: string[] }[];

const kinds: [EntryKind, number][] = [
  ["provision", 0.45],
  ["practice", 0.3],
  ["case-study", 0.1],
  ["city", 0.06],
  ["tool", 0.03],
  ["organisation", 0.03],
  ["document", 0.02],
  ["network", 0.01],
];
/** Facets: how many values there are, and how many an entry has at most. */
const facetShapes: Partial<Record<FacetName, [values: number, most: number]>> = {
  theme: [32, 4],
  right: [31, 3],
  group: [19, 3],
  sdg: [180, 5],
  tool: [28, 3],
  recommendation: [400, 3],
  region: [25, 2],
  country: [190, 1],
  city: [3000, 1],
  document: [300, 1],
  year: [30, 1],
};

/** Follows which word comes after which in the samples, so that texts have phrases, and adds rare words by Zipf's law. */
class Writer {
  private readonly next = new Map<string, string[]>();
  private readonly starts: string[] = [];

  constructor(
    texts: string[],
    private readonly random: () => number,
    private readonly rareWords: number,
  ) {
    for (const text of texts) {
      const words = text.split(/\s+/).filter(Boolean);
      if (words[0]) this.starts.push(words[0]);
      for (const [i, word] of words.entries()) {
        const follower = words[i + 1];
        if (!follower) continue;
        const known = this.next.get(word);
        if (known) known.push(follower);
        else this.next.set(word, [follower]);
      }
    }
  }

  /** Syllables by number: names and rare terms, the low numbers often and the high ones once. */
  private rare(): string {
    let number = Math.floor(this.rareWords ** this.random());
    let word = "";
    const syllables = [
      "ka",
      "mon",
      "te",
      "lor",
      "vi",
      "du",
      "ran",
      "sho",
      "pel",
      "ith",
      "go",
      "bar",
      "nes",
      "ul",
      "fri",
      "zam",
    ];
    do {
      word += syllables[number % 16];
      number = Math.floor(number / 16);
    } while (number > 0);
    return word;
  }

  write(words: number): string {
    const text: string[] = [];
    let word = pick(this.random, this.starts);
    while (text.length < words) {
      text.push(this.random() < 0.06 ? `${word} ${this.rare()}` : word);
      const followers = this.next.get(word);
      // Leaves the sample now and then, so that no two texts run alike.
      word = followers && this.random() > 0.08 ? pick(this.random, followers) : pick(this.random, this.starts);
    }
    return text.join(" ");
  }
}

/** `count` entries of realistic lengths, languages and facets; the same for the same seed. */
export function* generateEntries(count: number, samples: Samples, seed = 11): Generator<SearchEntry> {
  const random = seededRandom(seed);
  // The vocabulary grows with the entries, slower than they do.
  const rareWords = Math.max(500, Math.round(12 * count ** 0.75));
  const writers = samples.map(({ language, texts }) => ({ language, writer: new Writer(texts, random, rareWords) }));
  for (let number = 0; number < count; number++) {
    const draw = random();
    const { language, writer } = (draw < 0.7 ? writers[0] : pick(random, writers)) ?? pick(random, writers);
    const kind = pickKind(random());
    const facets = Object.fromEntries(facetNames.map((facet) => [facet, [] as string[]])) as SearchEntry["facets"];
    for (const [facet, [values, most]] of Object.entries(facetShapes) as [FacetName, [number, number]][]) {
      const wanted = 1 + Math.floor(random() * most);
      // The square makes some values common and many rare.
      for (let i = 0; i < wanted; i++) facets[facet].push(`${facet}-${Math.floor(values * random() ** 2)}`);
    }
    facets.type = [kind];
    facets.language = [language];
    facets.evidence = random() < 0.4 ? [pick(random, ["claimed", "documented", "peer-confirmed"])] : [];
    facets.review = [pick(random, ["not-reviewed", "in-review", "peer-reviewed"])];
    const year = 1995 + Math.floor(random() * 30);
    // Most texts are short, a few are long: about 150 words on average.
    const length = Math.round(40 + 220 * random() ** 2 + (random() < 0.04 ? 600 * random() : 0));
    yield {
      id: `entry-${number}`,
      kind,
      language,
      title: capitalised(writer.write(3 + Math.floor(random() * 7))),
      names: kind === "city" || kind === "tool" ? [writer.write(2)] : [],
      summary: `${writer.write(22)}.`,
      text: `${writer.write(length)}.`,
      keywords: facets.theme.map((theme) => theme.replace("-", " ")),
      url: `/entries/${number}`,
      date: `${year}-0${1 + Math.floor(random() * 9)}`,
      facets,
      location: null,
    };
  }
}

function pickKind(draw: number): EntryKind {
  let sum = 0;
  for (const [kind, share] of kinds) {
    sum += share;
    if (draw < sum) return kind;
  }
  return "provision";
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Queries as people type them: one to four words that stand near each other somewhere, a few broad, a few misspelt. */
export function generateQueries(entries: SearchEntry[], count: number, seed = 5): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, number) => {
    const entry = pick(random, entries);
    const words = `${entry.title} ${entry.summary}`.match(/[\p{L}]{4,}/gu) ?? ["rights"];
    const start = Math.floor(random() * Math.max(1, words.length - 4));
    const query = words.slice(start, start + 1 + Math.floor(random() * 4)).join(" ");
    if (number % 10 === 0)
      return pick(random, ["human rights", "rights", "local government", "cities", "the right to the city"]);
    if (number % 10 === 1) return `${query} ${pick(random, words).slice(0, 4)}`;
    return query;
  });
}
