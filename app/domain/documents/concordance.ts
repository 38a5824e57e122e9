import type { Term } from "~/domain/vocabularies/vocabulary";

/** A recommendation as a line of the overview across all years. */
export interface RecommendationLine {
  id: string;
  eid: string;
  label: string | null;
  document: { slug: string; shortTitle: string; date: string | null };
  summary: string | null;
  text: string | null;
  language: string;
  themes: Term[];
  practices: number;
  tools: number;
}

/** What belongs together across documents: for each document, in the order of `columns`, its recommendations. */
export type ConcordanceRow = RecommendationLine[][];

/**
 * Rows of recommendations that the concordance joins (directly or through others), one column for each document.
 * Rows stand in the order in which their first recommendation comes.
 */
export function alignByConcordance(
  recommendations: RecommendationLine[],
  concordance: { from: string; to: string }[],
  columns: string[],
): ConcordanceRow[] {
  const group = new Map(recommendations.map(({ id }) => [id, id]));
  const root = (id: string): string => {
    const parent = group.get(id) ?? id;
    return parent === id ? id : root(parent);
  };
  for (const { from, to } of concordance) {
    if (group.has(from) && group.has(to)) group.set(root(from), root(to));
  }
  const rows = new Map<string, ConcordanceRow>();
  for (const recommendation of recommendations) {
    const key = root(recommendation.id);
    const row = rows.get(key) ?? columns.map(() => []);
    rows.set(key, row);
    row[columns.indexOf(recommendation.document.slug)]?.push(recommendation);
  }
  return [...rows.values()];
}
