/** One question of a rubric, answered by a number from 1 to 5. */
export interface Criterion {
  /** Small letters, digits and hyphens; the same over versions, so that rounds can be compared. */
  key: string;
  title: string;
  question: string;
  /** What 1, 2, 3, 4 and 5 mean. */
  anchors: string[];
}

export interface Rubric {
  /** 0: the one that everybody has. */
  version: number;
  /** Of its texts; null: they stand in the catalogues. */
  language: string | null;
  criteria: Criterion[];
}

/** The criteria that every network begins with; their texts stand in the catalogues under `rubric`. */
export const defaultCriteria = [
  "objectives",
  "participation",
  "inclusion",
  "evidence",
  "accountability",
  "sustainability",
  "transferability",
] as const;
export type DefaultCriterion = (typeof defaultCriteria)[number];
export const isDefaultCriterion = (key: string): key is DefaultCriterion =>
  (defaultCriteria as readonly string[]).includes(key);

export const scores = [1, 2, 3, 4, 5] as const;

export const fewestCriteria = 3;
export const mostCriteria = 12;

/** The rubric of networks that have none of their own. */
export const defaultRubric: Rubric = {
  version: 0,
  language: null,
  criteria: defaultCriteria.map((key) => ({ key, title: "", question: "", anchors: ["", "", "", "", ""] })),
};
