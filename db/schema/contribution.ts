import type { Evidence, LinkType } from "./link";

export const contributionKinds = ["practice", "case-study"] as const;
export type ContributionKind = (typeof contributionKinds)[number];
/** From a draft to what readers see: reviewing and publishing move it on. */
export const contributionStatuses = [
  "draft",
  "submitted",
  "in-review",
  "changes-requested",
  "accepted",
  "declined",
  "published",
  "superseded",
  "archived",
  "withdrawn",
] as const;
export type ContributionStatus = (typeof contributionStatuses)[number];

/** A practice or case study while it is written and reviewed. Its id cannot be guessed. */
export interface ContributionTable {
  id: string;
  kind: ContributionKind;
  status: ContributionStatus;
  network_id: string | null;
  city_id: string | null;
  /** BCP 47 of what is written. */
  language: string;
  /** What it became, once published. */
  entry_id: string | null;
  /** The published contribution of which this is the next version. */
  revises_id: string | null;
  /** Rises with each saved field. */
  revision: number;
  created_at: string;
  updated_at: string;
  submitted_at: string | null;
}

/** Who is credited, in order; the first one began it. */
export interface ContributionAuthorTable {
  contribution_id: string;
  position: number;
  /** Null: the account was erased. */
  person_id: string | null;
  /** The name or pseudonym that stays when the account is erased. */
  name: string | null;
  /** JSON list of CRediT roles. */
  roles: string;
}

/** A field as it stands. Rows of evidence, lists of codes and the like are JSON. */
export interface ContributionFieldTable extends ContributionChangeTable {
  /** A text, rendered and sanitised when it was saved; null: it was not rendered yet. */
  html: string | null;
}

/** Every value that a field has had: the history of a draft. */
export interface ContributionChangeTable {
  contribution_id: string;
  field: string;
  value: string;
  /** The contribution's revision that saved it. */
  revision: number;
  saved_by: string | null;
  saved_at: string;
}

export interface ContributionLinkTable {
  contribution_id: string;
  to_id: string;
  type: LinkType;
  evidence: Evidence | null;
  note: string | null;
}

/** A link that an author took away, as it was: it can be put back. */
export interface ContributionLinkRemovedTable extends ContributionLinkTable {
  removed_at: string;
}

/** A suggestion that the authors of a draft did not want. */
export interface ContributionLinkDismissedTable {
  contribution_id: string;
  to_id: string;
  dismissed_at: string;
}

/** A picture or file; its bytes lie in the data folder under their hash. */
export interface ContributionFileTable {
  id: string;
  contribution_id: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  alternative_text: string | null;
  /** Shown with it. */
  caption: string | null;
  added_by: string | null;
  added_at: string;
  /** It can be put back until it is purged. */
  removed_at: string | null;
}

/** A city's check of the facts of a case study. It may be asked for again: the latest one counts. */
export interface FactCheckTable {
  contribution_id: string;
  asked_at: string;
  asked_by: string | null;
  answer: "confirmed" | "disputed" | null;
  /** JSON list of `{field, text}`. */
  disputed_points: string | null;
  answered_at: string | null;
  answered_by: string | null;
}

/** A personal key to the API. */
export interface ApiTokenTable {
  id: string;
  person_id: string;
  name: string;
  token_hash: string;
  /** JSON list: `read-drafts`, `write-drafts`. */
  scopes: string;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
}
