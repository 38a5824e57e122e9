import type { Actor } from "~/domain/people/person-policy";

/** Who does something, when and from where: what verbs need for their policy and for the audit log. */
export interface Doer {
  actor: Actor;
  at: Date;
  /** The address that the request came from; null for commands and the clock. */
  address: string | null;
}
