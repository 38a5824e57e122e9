/** What someone is in a network that they belong to; a coordinator and a reviewer are members too. */
export interface NetworkRole {
  networkId: string;
  coordinator: boolean;
  reviewer: boolean;
}

/** Who asks, and all that the policies of every noun look at: null for a reader without an account. */
export type Actor = {
  person: { id: string };
  administrator: boolean;
  memberships: NetworkRole[];
  /** The cities that they may speak for. */
  cities: string[];
} | null;

interface Profile {
  id: string;
  listed: boolean;
}

export const canSeeProfile = (actor: Actor, profile: Profile): boolean =>
  profile.listed || actor?.person.id === profile.id || (actor?.administrator ?? false);
