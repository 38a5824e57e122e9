/** Who asks, in the tests of access. */
export const roles = [
  "nobody",
  "person",
  "member",
  "reviewer",
  "official",
  "coordinator",
  "otherMember",
  "otherReviewer",
  "otherOfficial",
  "otherCoordinator",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

export const everyone: readonly Role[] = [...roles];
export const signedIn = roles.filter((role) => role !== "nobody");
export const administrators: readonly Role[] = ["administrator"];
/** Of the network called `own`. */
export const coordinators: readonly Role[] = ["coordinator", "administrator"];
/** Of any network. */
export const anyCoordinator: readonly Role[] = ["coordinator", "otherCoordinator", "administrator"];
export const none: readonly Role[] = [];

export type Fields = Record<string, string | string[]>;

export interface AccessRule {
  /** Where an object of that kind is: `{draft}`, `{submitted}`, `{deleted}`, `{withdrawn}`, `{hidden}`, `{member}` and `{listed}` are ids of the test. */
  at?: string;
  get?: readonly Role[];
  /** Left out: the address takes no forms. */
  post?: readonly Role[];
  /** What would change something if it were let through; sent by everyone who may not. */
  form?: Fields;
  /** What those send who may, where an empty form is none. */
  allowed?: Fields;
}

export const read: AccessRule = { get: everyone };
export const readAt = (at: string): AccessRule => ({ at, get: everyone });
export const ownPage = (form: Fields): AccessRule => ({ get: signedIn, post: signedIn, form });

/** By address pattern, as the route manifest has it. */
export type AccessRules = Record<string, AccessRule | AccessRule[]>;
