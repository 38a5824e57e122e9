/** When a job is to be done: every so many minutes, each day or each Monday at a time (UTC). */
export type Timetable = { every: number } | { daily: string } | { weekly: string };

const minute = 60_000;
const day = 24 * 60 * minute;
/** 1 January 1970 was a Thursday. */
const firstMonday = 4 * day;

/** The last time of the timetable until now: however many were slept through, this one is made up for, once. */
export function lastTime(timetable: Timetable, now: Date): Date {
  const { step, offset } = readTimetable(timetable);
  return new Date(Math.floor((now.getTime() - offset) / step) * step + offset);
}

export const nextTime = (timetable: Timetable, now: Date): Date =>
  new Date(lastTime(timetable, now).getTime() + readTimetable(timetable).step);

function readTimetable(timetable: Timetable): { step: number; offset: number } {
  if ("every" in timetable) return { step: timetable.every * minute, offset: 0 };
  if ("daily" in timetable) return { step: day, offset: readTime(timetable.daily) };
  return { step: 7 * day, offset: firstMonday + readTime(timetable.weekly) };
}

const readTime = (time: string) => Date.parse(`1970-01-01T${time}:00Z`);
