/** What rankings are worth, on average over queries; from 0 to 1. */
export interface Quality {
  /** Normalised discounted cumulative gain of the first ten: what is relevant counts by its grade, and less further down. */
  ndcg10: number;
  /** The share of what is relevant that is among the first hundred. */
  recall100: number;
  /** One over the place of the first relevant entry among ten. */
  mrr10: number;
}

/** Rates one ranking: ids, best first, against the grades of what is relevant. */
export function qualityOf(ids: string[], grades: ReadonlyMap<string, number>): Quality {
  const relevant = [...grades].filter(([, grade]) => grade > 0);
  const ideal = relevant.map(([, grade]) => grade).sort((a, b) => b - a);
  const got = ids.map((id) => grades.get(id) ?? 0);
  const first = got.slice(0, 10).findIndex((grade) => grade > 0);
  return {
    ndcg10: gain(got) / gain(ideal),
    recall100: got.slice(0, 100).filter((grade) => grade > 0).length / relevant.length,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
  };
}

function gain(grades: number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, place) => sum + grade / Math.log2(place + 2), 0);
}

/** The average, rounded to four digits. */
export function meanQuality(qualities: Quality[]): Quality {
  const mean = (of: (quality: Quality) => number) =>
    Math.round((1e4 * qualities.reduce((sum, quality) => sum + of(quality), 0)) / Math.max(1, qualities.length)) / 1e4;
  return {
    ndcg10: mean((one) => one.ndcg10),
    recall100: mean((one) => one.recall100),
    mrr10: mean((one) => one.mrr10),
  };
}
