import { type Signals, signalNames } from "./judge-targets";

/** How much each signal weighs, and where the sum begins. */
export type Weights = Signals & { start: number };

/**
 * Learned from half of the seeded practices and case studies, each judged with its own links hidden (tests/bench/links.ts fits them
 * anew and prints them; docs/decisions/0015 tells how). Tools are told by their words, recommendations by what they are linked with.
 */
export const weightsOf: Record<"provision" | "tool", Weights> = {
  provision: {
    start: -4.99,
    says: 0.04,
    codes: 2.25,
    notes: 4.4,
    names: 0,
    near: 3.21,
    often: 1.01,
    relatedSay: 9.62,
    relatedCodes: 3.72,
    relatedNear: 0.6,
  },
  tool: {
    start: -6.5,
    says: 15.27,
    codes: 1.47,
    notes: 12.11,
    names: 8.55,
    near: 2.23,
    often: 0.17,
    relatedSay: 0,
    relatedCodes: 2.15,
    relatedNear: 3.33,
  },
};

/** How likely it is that somebody would make the link: from 0 to 1. */
export function chanceOf(signals: Signals, weights: Weights): number {
  const sum = signalNames.reduce((total, name) => total + weights[name] * signals[name], weights.start);
  return 1 / (1 + Math.exp(-sum));
}
