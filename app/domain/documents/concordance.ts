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
 * Rows of recommendations with one column for each document. A row is a recommendation of the newest document that has
 * one left, with those that the concordance links to it directly. Links are not followed further: through three or four
 * of them nearly everything hangs together. Each recommendation stands in one row.
 */
export function alignByConcordance(
  recommendations: RecommendationLine[],
  concordance: { from: string; to: string }[],
  columns: string[],
): ConcordanceRow[] {
  const kin = new Map<string, Set<string>>();
  for (const { from, to } of concordance) {
    kin.set(from, (kin.get(from) ?? new Set()).add(to));
    kin.set(to, (kin.get(to) ?? new Set()).add(from));
  }
  const left = new Set(recommendations);
  const newestFirst = [...recommendations].sort(
    (a, b) => columns.indexOf(b.document.slug) - columns.indexOf(a.document.slug),
  );
  return newestFirst.flatMap((anchor) => {
    if (!left.has(anchor)) return [];
    const members = recommendations.filter((it) => left.has(it) && (it === anchor || kin.get(anchor.id)?.has(it.id)));
    for (const member of members) left.delete(member);
    return [columns.map((slug) => members.filter(({ document }) => document.slug === slug))];
  });
}

/** The theme that most of a row's recommendations share; of equals the one that fewer recommendations carry. */
export function themeOfRow(row: ConcordanceRow, recommendations: RecommendationLine[]): string | undefined {
  const carriers = (lines: RecommendationLine[], code: string) =>
    lines.filter(({ themes }) => themes.some((theme) => theme.code === code)).length;
  const members = row.flat();
  const codes = [...new Set(members.flatMap(({ themes }) => themes.map(({ code }) => code)))];
  const [best] = codes.sort(
    (a, b) =>
      carriers(members, b) - carriers(members, a) || carriers(recommendations, a) - carriers(recommendations, b),
  );
  return best;
}
