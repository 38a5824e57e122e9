import { bodyFrequency, keywordFrequency, titleFrequency } from "./analyse-entry";
import type { Columns } from "./columns";
import type { QueryPlan, WordTerms } from "./query-plan";

/** BM25F: how much a word in a field weighs, and how far long fields are held back. Tuned on judged collections. */
export const weights = {
  title: 2.5,
  keywords: 0.5,
  titleLengthShare: 0.3,
  bodyLengthShare: 0.7,
  saturation: 1.2,
};

/** Words of the plan as places in `terms`, so that an entry's terms are looked up once. */
interface Group {
  places: number[];
  weights: number[];
  idf: number;
}

/** Scores entries by BM25F from the columns in memory: FTS5's own ranking costs ten times as much. */
export class Ranker {
  private readonly terms: Uint32Array;
  private readonly found: Float64Array;
  private readonly groups: Group[] = [];
  private readonly alone: { group: number; times: number }[] = [];
  private readonly runs: { own: { group: number; times: number }[]; choices: number[][] }[] = [];
  private readonly scores: Float64Array;
  private readonly averageTitle: number;
  private readonly averageBody: number;

  constructor(
    plan: QueryPlan,
    private readonly columns: Columns,
  ) {
    const all = [
      ...plan.concepts.map((concept) => concept.terms),
      ...plan.alternatives.flatMap((run) => run.choices.flatMap((choice) => choice.words)),
    ];
    this.terms = Uint32Array.from(new Set(all.flatMap((words) => words.variants.map(({ term }) => term)))).sort();
    this.found = new Float64Array(this.terms.length);
    const placeOf = new Map([...this.terms].map((term, place) => [term, place]));
    const addGroup = (words: WordTerms): number =>
      this.groups.push({
        places: words.variants.map(({ term }) => placeOf.get(term) ?? 0),
        weights: words.variants.map(({ weight }) => weight),
        idf: words.idf,
      }) - 1;
    const own = plan.concepts.map((concept) => ({ group: addGroup(concept.terms), times: concept.times }));
    const taken = new Set<number>();
    for (const run of plan.alternatives) {
      const concepts = run.concepts.filter((concept) => !taken.has(concept));
      for (const concept of concepts) taken.add(concept);
      this.runs.push({
        own: concepts.flatMap((concept) => own[concept] ?? []),
        choices: run.choices.map((choice) => choice.words.map(addGroup)),
      });
    }
    this.alone = own.filter((_, concept) => !taken.has(concept));
    this.scores = new Float64Array(this.groups.length);
    this.averageTitle = Math.max(1, columns.totalTitleLength / Math.max(1, columns.count));
    this.averageBody = Math.max(1, columns.totalBodyLength / Math.max(1, columns.count));
  }

  score(slot: number): number {
    this.readFrequencies(slot);
    const { groups, scores, found } = this;
    const { saturation } = weights;
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g] as Group;
      let frequency = 0;
      for (let i = 0; i < group.places.length; i++) {
        frequency += (found[group.places[i] as number] as number) * (group.weights[i] as number);
      }
      scores[g] = frequency === 0 ? 0 : (group.idf * frequency * (saturation + 1)) / (saturation + frequency);
    }
    let total = 0;
    for (const { group, times } of this.alone) total += times * (scores[group] as number);
    for (const run of this.runs) {
      let best = 0;
      for (const { group, times } of run.own) best += times * (scores[group] as number);
      for (const choice of run.choices) best = Math.max(best, this.scoreOfAll(choice));
      total += best;
    }
    return total;
  }

  /** An alternative counts only where all its words are. */
  private scoreOfAll(choice: number[]): number {
    let sum = 0;
    for (const group of choice) {
      const score = this.scores[group] as number;
      if (score === 0) return 0;
      sum += score;
    }
    return sum;
  }

  /** Weighted frequency of each term in the entry, normalised by the lengths of its fields. */
  private readFrequencies(slot: number): void {
    const { columns, terms, found } = this;
    const { data } = columns.terms;
    const end = columns.termEnd[slot] as number;
    let low = columns.termStart[slot] as number;
    const title =
      weights.title /
      (1 -
        weights.titleLengthShare +
        (weights.titleLengthShare * (columns.titleLength[slot] as number)) / this.averageTitle);
    const body =
      1 /
      (1 -
        weights.bodyLengthShare +
        (weights.bodyLengthShare * (columns.bodyLength[slot] as number)) / this.averageBody);
    for (let place = 0; place < terms.length; place++) {
      const term = terms[place] as number;
      let high = end;
      // Common words have low numbers and stand at the beginning: try there before halving.
      if (low + 4 < end && (data[low + 4] as number) >= term) high = low + 5;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((data[middle] as number) < term) low = middle + 1;
        else high = middle;
      }
      if (low < end && data[low] === term) {
        const packed = columns.frequencies.data[low] as number;
        found[place] =
          title * titleFrequency(packed) + body * bodyFrequency(packed) + weights.keywords * keywordFrequency(packed);
      } else found[place] = 0;
    }
  }
}
