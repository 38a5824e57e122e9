import type { Doer } from "~/domain/audit/doer";
import type { Actor } from "~/domain/people/person-policy";

/** Somebody who is signed in and writes. */
export interface Writing extends Doer {
  actor: NonNullable<Actor>;
  personId: string;
}

export const writingAs = (doer: Doer, actor: NonNullable<Actor>): Writing => ({
  ...doer,
  actor,
  personId: actor.person.id,
});
