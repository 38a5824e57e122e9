import type { Change } from "./contribution";
import type { FieldName } from "./contribution-fields";

/** What one person did to one field in one go, however often it was saved on the way. */
export interface Step {
  field: FieldName;
  before: string;
  after: string;
  /** Its last revision; `previous` had the value before, 0: none. */
  revision: number;
  previous: number;
  by: string | null;
  at: string;
}

/** A pause of this length ends a step. */
const pause = 10 * 60 * 1000;
/** Who takes back more characters than this rewrites, and what was rewritten can be had back: it is a step of its own. */
const mending = 3;

/** Whether a text was only written on, or mended by a letter. */
function isWrittenOn(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return before.length - start - end <= mending;
}

/** Draws the saves of a draft, the latest first, together into steps that can be read. */
export function toSteps(changes: readonly Change[]): Step[] {
  const steps: (Step & { byId: string | null })[] = [];
  const latest = new Map<FieldName, (typeof steps)[number]>();
  for (const change of [...changes].reverse()) {
    const { field, value, revision, savedBy, savedById, savedAt } = change;
    const last = latest.get(field);
    const goesOn =
      last?.byId === savedById && Date.parse(savedAt) - Date.parse(last.at) < pause && isWrittenOn(last.after, value);
    if (goesOn) Object.assign(last, { after: value, revision, at: savedAt });
    else {
      const step = {
        field,
        before: last?.after ?? "",
        after: value,
        revision,
        previous: last?.revision ?? 0,
        by: savedBy,
        byId: savedById,
        at: savedAt,
      };
      steps.push(step);
      latest.set(field, step);
    }
  }
  return steps
    .map(({ byId: _, ...step }) => step)
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => b.revision - a.revision);
}
