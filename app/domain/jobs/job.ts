import type { Timetable } from "./timetable";

/** What the server does by itself, in the order in which it is done when several are due: what is told comes before its mail. */
export const timetables = {
  follows: { every: 1 },
  alerts: { every: 1 },
  "review-reminders": { daily: "06:00" },
  "daily-alerts": { daily: "06:30" },
  "weekly-alerts": { weekly: "06:30" },
  "daily-digests": { daily: "07:00" },
  "weekly-digests": { weekly: "07:00" },
  "news-mails": { every: 1 },
  mail: { every: 1 },
  purge: { every: 360 },
} as const satisfies Record<string, Timetable>;
export type JobName = keyof typeof timetables;
export const jobNames = Object.keys(timetables) as JobName[];

/** How a job stands, for administrators. */
export interface JobState {
  name: JobName;
  succeededAt: string | null;
  failedAt: string | null;
  /** In a row. */
  failures: number;
  lastError: string | null;
  nextAt: string;
}
