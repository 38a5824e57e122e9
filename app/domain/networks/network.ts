import type { Anonymity, JoinPolicy } from "~db/schema/membership";
import type { OrganisationTable } from "~db/schema/place";

/** How a network works, as its coordinators choose. */
export interface NetworkPolicies {
  joinPolicy: JoinPolicy;
  /** How many reviews a decision needs. */
  reviewsNeeded: number;
  /** Coordinators may publish snapshots of their own members without a review. */
  publishesSnapshots: boolean;
  anonymity: Anonymity;
}

/** A network as policies and verbs see it. */
export interface Network extends NetworkPolicies {
  id: string;
  name: string;
  /** Of its name. */
  language: string;
  parent: { id: string; name: string } | null;
}

/** A network or an organisation as a line of their common list. */
export interface BodyLine {
  id: string;
  kind: "network" | "organisation";
  name: string;
  acronym: string | null;
  summary: string | null;
  language: string;
  organisationKind: OrganisationTable["kind"] | null;
}

export interface BodyPage extends BodyLine {
  website: string | null;
  /** Of a network: the organisation that carries it. */
  carriedBy: { id: string; name: string } | null;
  /** Of an organisation: the networks that it carries. */
  networks: { id: string; name: string }[];
  /** Provisions whose text names it. */
  mentions: {
    id: string;
    eid: string;
    kind: string;
    label: string | null;
    shortTitle: string;
    summary: string | null;
  }[];
  updatedAt: string;
}
