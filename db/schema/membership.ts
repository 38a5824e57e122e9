export const joinPolicies = ["open", "request", "invitation"] as const;
export type JoinPolicy = (typeof joinPolicies)[number];
export const anonymities = ["open", "reviewers-hidden", "both-hidden"] as const;
export type Anonymity = (typeof anonymities)[number];

export interface NetworkCityTable {
  network_id: string;
  city_id: string;
}

/** A person's place in a network: one row, the roles beside. A coordinator and a reviewer are members too. */
export interface MembershipTable {
  network_id: string;
  person_id: string;
  state: "requested" | "active";
  coordinator: 0 | 1;
  reviewer: 0 | 1;
  /** What the person wrote when asking to join. */
  note: string | null;
  created_at: string;
  decided_at: string | null;
  decided_by: string | null;
}

/** By e-mail, with a link that expires. */
export interface InvitationTable {
  id: string;
  network_id: string;
  email: string;
  coordinator: 0 | 1;
  reviewer: 0 | 1;
  token_hash: string;
  invited_by: string | null;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  accepted_by: string | null;
  withdrawn_at: string | null;
}

/**
 * An official who may speak for a city, as a coordinator of one of its networks has granted. The row goes with the membership, and
 * with the city's place in the network.
 */
export interface CityOfficialTable {
  network_id: string;
  city_id: string;
  person_id: string;
  granted_by: string | null;
  granted_at: string;
}
