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

/** Draws the saves of a draft, the latest first, together into steps that can be read. */
export function toSteps(changes: readonly Change[]): Step[] {
  const steps: (Step & { byId: string | null })[] = [];
  const latest = new Map<FieldName, (typeof steps)[number]>();
  for (const change of [...changes].reverse()) {
    const { field, value, revision, savedBy, savedById, savedAt } = change;
    const last = latest.get(field);
    const goesOn = last && last.byId === savedById && Date.parse(savedAt) - Date.parse(last.at) < pause;
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
