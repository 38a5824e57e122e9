import { type ConflictKind, isBlocked } from "./conflict-rules";

/** Somebody who could be asked, and what is known of them. */
export interface Candidate {
  id: string;
  name: string;
  reviewer: boolean;
  themes: string[];
  tools: string[];
  languages: string[];
  /** Regions around their city, the nearest first. */
  regions: string[];
  /** Reviews that they owe, in any network. */
  open: number;
  /** Reviews that they have written. */
  written: number;
  conflicts: ConflictKind[];
}

export interface Wanted {
  themes: readonly string[];
  tools: readonly string[];
  language: string;
  regions: readonly string[];
}

/** Why somebody is suggested, or stands further below. */
export interface Reasons {
  themes: string[];
  tools: string[];
  language: boolean;
  /** The nearest region that the contribution's city shares with theirs. */
  region: string | null;
  open: number;
  written: number;
}

export interface RankedCandidate extends Candidate {
  points: number;
  reasons: Reasons;
}

const weights = {
  theme: 3,
  mostThemes: 3,
  tool: 3,
  mostTools: 2,
  language: 4,
  near: 2,
  far: 1,
  open: -3,
  blocked: -100,
};

/** Orders candidates: expertise first, then language and region; work that they already owe counts against them. */
export function rankReviewers(candidates: readonly Candidate[], wanted: Wanted): RankedCandidate[] {
  return candidates
    .map((candidate) => judge(candidate, wanted))
    .sort((a, b) => b.points - a.points || a.written - b.written || a.name.localeCompare(b.name, "en"));
}

function judge(candidate: Candidate, wanted: Wanted): RankedCandidate {
  const reasons: Reasons = {
    themes: candidate.themes.filter((code) => wanted.themes.includes(code)),
    tools: candidate.tools.filter((id) => wanted.tools.includes(id)),
    language: candidate.languages.includes(wanted.language),
    region: wanted.regions.find((code) => candidate.regions.includes(code)) ?? null,
    open: candidate.open,
    written: candidate.written,
  };
  const points =
    weights.theme * Math.min(reasons.themes.length, weights.mostThemes) +
    weights.tool * Math.min(reasons.tools.length, weights.mostTools) +
    (reasons.language ? weights.language : 0) +
    (reasons.region === null ? 0 : reasons.region === wanted.regions[0] ? weights.near : weights.far) +
    weights.open * candidate.open +
    (isBlocked(candidate.conflicts) ? weights.blocked : 0);
  return { ...candidate, points, reasons };
}
