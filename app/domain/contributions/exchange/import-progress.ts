import type { Progress } from "./check-experiences.server";

/** What is being done with a file of drafts, and how many of its rows are done. */
export interface ImportStep {
  step: "checked" | "written";
  done: number;
  total: number;
}

/** How far the files are that people import just now: one for each of them, the latest. */
export interface ImportsUnderWay {
  /** Does the task, which tells how far it is. */
  follow<T>(personId: string, step: ImportStep["step"], task: (tell: Progress) => Promise<T>): Promise<T>;
  of(personId: string): ImportStep | null;
}

export function createImportsUnderWay(): ImportsUnderWay {
  const steps = new Map<string, ImportStep>();
  return {
    async follow(personId, step, task) {
      let own: ImportStep = { step, done: 0, total: 0 };
      steps.set(personId, own);
      try {
        return await task((done, total) => {
          const follows = steps.get(personId) === own;
          own = { step, done, total };
          if (follows) steps.set(personId, own);
        });
      } finally {
        if (steps.get(personId) === own) steps.delete(personId);
      }
    },
    of: (personId) => steps.get(personId) ?? null,
  };
}
