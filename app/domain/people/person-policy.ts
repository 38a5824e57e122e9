/** Who asks: null for a reader without an account. */
export type Actor = { person: { id: string }; administrator: boolean } | null;

interface Profile {
  id: string;
  listed: boolean;
}

export const canSeeProfile = (actor: Actor, profile: Profile): boolean =>
  profile.listed || actor?.person.id === profile.id || (actor?.administrator ?? false);

/** Mails hold links that open accounts. */
export const canSeeMails = (actor: Actor): boolean => actor?.administrator ?? false;
