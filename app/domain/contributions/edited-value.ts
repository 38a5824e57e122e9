import type { FieldProblem } from "./contribution-form";

interface Stored {
  value: string;
  revision: number;
  savedAt: string;
}

interface Typed {
  value: string;
  base: number;
  problem: FieldProblem;
}

/** What a field of a form that saves itself shows: as it stands, or as it was typed where it could not be saved. */
export interface EditedValue<Theirs extends Stored> {
  value: string;
  /** The revision that the form builds on. */
  base: number;
  savedAt: string | null;
  /** Another text, which someone saved meanwhile. */
  theirs?: Theirs;
}

export function toEditedValue<Theirs extends Stored>(
  stored: Theirs | undefined,
  typed: Typed | undefined,
): EditedValue<Theirs> {
  if (!typed) return { value: stored?.value ?? "", base: stored?.revision ?? 0, savedAt: stored?.savedAt ?? null };
  const inConflict = typed.problem.problem === "conflict" && stored !== undefined;
  // From here on the person has seen the other text: what they save next is meant to stand.
  const base = inConflict ? stored.revision : typed.base;
  return { value: typed.value, base, savedAt: null, ...(inConflict && { theirs: stored }) };
}
