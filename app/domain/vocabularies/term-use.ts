/** What uses a term, so that it cannot be deleted. */
export interface TermUses {
  /** What can be named: entries, versions, calls, and the terms below it. */
  named: { title: string; language: string; path: string }[];
  /** What is somebody's own, and is only counted. */
  counted: Partial<Record<CountedUse, number>>;
}

export const countedUses = ["drafts", "profiles", "followers", "searches"] as const;
export type CountedUse = (typeof countedUses)[number];

/** Whether nothing does. */
export const isUnused = ({ named, counted }: TermUses): boolean =>
  named.length === 0 && Object.values(counted).every((count) => count === 0);
