/** A month as `2026-03`, with how many. */
export interface MonthCount {
  month: string;
  count: number;
}

/** How long decisions took that were made in a month. */
export interface MonthDays {
  month: string;
  decisions: number;
  /** Days from submission to decision; null: none was made. */
  median: number | null;
}

export interface ReviewerLoad {
  id: string;
  name: string;
  /** Asked, and not yet sent. */
  open: number;
  overdue: number;
  /** Sent in the period. */
  sent: number;
  /** Days from invitation to review; null: none was sent. */
  median: number | null;
}

export interface NetworkStatistics {
  submissions: MonthCount[];
  decisions: MonthDays[];
  reviewers: ReviewerLoad[];
  /** What stands where now. */
  states: { status: string; count: number }[];
}

export function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The last twelve months, this one included, oldest first. */
export function lastMonths(now: Date, count = 12): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (count - 1 - index), 1)).toISOString().slice(0, 7),
  );
}

/** Whole days and their tenths from one moment to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 8_640_000) / 10;
