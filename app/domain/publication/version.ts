import type { CreditRole, DisputedPoint } from "~/domain/contributions/contribution";
import type { ContributionFile } from "~/domain/files/file";
import type { ContributionKind } from "~db/schema/contribution";
import type { Evidence, LinkType } from "~db/schema/link";
import type { Vocabulary } from "~db/schema/vocabulary";

/** Everything that a published version says, as it is kept for ever; who is credited stands beside it. */
export interface VersionContent {
  kind: ContributionKind;
  title: string;
  summary: string | null;
  language: string;
  /** Slug. */
  city: string;
  /** The columns of its table that say something. */
  fields: Record<string, string>;
  terms: { vocabulary: Vocabulary; code: string }[];
  links: { to: string; type: LinkType; evidence: Evidence | null; note: string | null }[];
  /** Provisions that tell what it says. */
  sources: string[];
  files: ContributionFile[];
  factCheck: { answer: "confirmed" | "disputed"; answeredAt: string; disputedPoints: DisputedPoint[] } | null;
}

/** A person or body that is named with a version. */
export interface Credit {
  /** Null: the account was erased, or there never was one. */
  personId: string | null;
  name: string;
  orcid: string | null;
  roles: CreditRole[];
}

export interface Credits {
  authors: Credit[];
  reviewers: Credit[];
}

/** A version as a line of the list of them. */
export interface VersionLine {
  number: number;
  changeNote: string | null;
  publishedAt: string;
}

/** A version with all that is kept of it. */
export interface StoredVersion extends VersionLine {
  content: VersionContent;
  credits: Credits;
  contributionId: string | null;
}

/** Why the address of an entry leads to no living one. */
export interface Retirement {
  state: "archived" | "withdrawn";
  reason: string;
  at: string;
}

/** `v12` → 12; undefined for anything else. */
export const readVersionNumber = (part: string | undefined): number | undefined =>
  /^v[1-9]\d{0,5}$/.test(part ?? "") ? Number(part?.slice(1)) : undefined;
