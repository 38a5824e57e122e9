/** These keep somebody from reviewing. */
const blocking = ["author", "own-city", "organisation", "co-author", "each-other", "declared"] as const;
/** These warn, and a coordinator decides. */
const warning = ["former-co-author", "city-of-author", "reviewed-theirs", "told"] as const;

/** Why somebody should not, or not without a second thought, review a contribution. */
export const conflictKinds = [...blocking, ...warning] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** What is known of a person and a contribution. Dates are ISO; null: never. */
export interface ConflictFacts {
  isAuthor: boolean;
  /** The city that the contribution is about is the person's, or one that they may speak for. */
  ownCity: boolean;
  /** An author lives or works in the person's city. */
  cityOfAuthor: boolean;
  /** An author belongs to the person's organisation. */
  organisation: boolean;
  /** When the two last wrote something together. */
  wroteTogether: string | null;
  /** When the person last reviewed something by one of the authors, but for this contribution. */
  reviewedAuthor: string | null;
  /** When one of the authors last reviewed something by the person. */
  reviewedByAuthor: string | null;
  /** What the person said when asked for this contribution before: declined for it, or accepted and told of it. */
  declared: "declined" | "told" | null;
}

const recently = 24;
const together = 36;

const within = (date: string | null, months: number, now: Date): boolean => {
  if (date === null) return false;
  const limit = new Date(now);
  limit.setUTCMonth(limit.getUTCMonth() - months);
  return date >= limit.toISOString();
};

export const blocks = (kind: ConflictKind): boolean => blocking.some((one) => one === kind);

/** The conflicts of interest between a person and a contribution, those that block first. */
export function findConflicts(facts: ConflictFacts, now: Date): ConflictKind[] {
  const reviewedThem = within(facts.reviewedAuthor, recently, now);
  const reviewedByThem = within(facts.reviewedByAuthor, recently, now);
  const wroteLately = within(facts.wroteTogether, together, now);
  const found: Record<ConflictKind, boolean> = {
    author: facts.isAuthor,
    "own-city": facts.ownCity,
    organisation: facts.organisation,
    "co-author": wroteLately && !facts.isAuthor,
    "each-other": reviewedThem && reviewedByThem,
    declared: facts.declared === "declined",
    "former-co-author": facts.wroteTogether !== null && !wroteLately,
    "city-of-author": facts.cityOfAuthor && !facts.ownCity,
    // One more review would make it each other.
    "reviewed-theirs": reviewedByThem && !reviewedThem,
    told: facts.declared === "told",
  };
  return conflictKinds.filter((kind) => found[kind]);
}

export const isBlocked = (conflicts: readonly ConflictKind[]): boolean => conflicts.some(blocks);
