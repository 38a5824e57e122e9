const minute = 60_000;
const longestWait = 60 * minute;

/** When a job that failed is tried again: later each time; null: it did not fail. */
export function retryTime({ failed_at, failures }: { failed_at: string | null; failures: number }): Date | null {
  if (failed_at === null || failures === 0) return null;
  return new Date(Date.parse(failed_at) + Math.min(minute * 2 ** (failures - 1), longestWait));
}
