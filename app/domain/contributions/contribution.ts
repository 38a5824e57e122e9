import type { ContributionKind, ContributionStatus } from "~db/schema/contribution";
import type { FieldName } from "./contribution-fields";

/** The Contributor Roles Taxonomy, which journals use: https://credit.niso.org */
export const creditRoles = [
  "conceptualization",
  "data-curation",
  "formal-analysis",
  "funding-acquisition",
  "investigation",
  "methodology",
  "project-administration",
  "resources",
  "software",
  "supervision",
  "validation",
  "visualization",
  "writing-original-draft",
  "writing-review-editing",
] as const;
export type CreditRole = (typeof creditRoles)[number];

export interface Author {
  position: number;
  personId: string | null;
  name: string;
  roles: CreditRole[];
}

/** A field as it stands. */
export interface StoredField {
  value: string;
  revision: number;
  /** The name of who saved it; null when the account is gone. */
  savedBy: string | null;
  savedById: string | null;
  savedAt: string;
}

/** A value that a field had. */
export interface Change extends StoredField {
  field: FieldName;
}

/** What a city says is not so, by field. */
export interface DisputedPoint {
  field: FieldName;
  text: string;
}

export interface FactCheck {
  askedAt: string;
  answer: "confirmed" | "disputed" | null;
  disputedPoints: DisputedPoint[];
  answeredAt: string | null;
  answeredBy: string | null;
}

/** A practice or case study that is being written. */
export interface Contribution {
  id: string;
  kind: ContributionKind;
  status: ContributionStatus;
  networkId: string | null;
  cityId: string | null;
  revision: number;
  updatedAt: string;
  submittedAt: string | null;
  authors: Author[];
  /** The latest one. */
  factCheck: FactCheck | null;
  fields: Partial<Record<FieldName, StoredField>>;
}

/** What the fields hold, without who saved it. */
export type FieldValues = Partial<Record<FieldName, string>>;

export const valuesOf = ({ fields }: Pick<Contribution, "fields">): FieldValues =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
