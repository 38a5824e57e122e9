export const defaultDays = 21;
export const dayChoices = [7, 14, 21, 28, 42, 56] as const;

/** The day until which a review is asked for. */
export function dueOn(now: Date, days: number = defaultDays): string {
  const day = new Date(now);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
