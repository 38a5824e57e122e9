import type { Actor } from "~/domain/people/person-policy";

/** Everything below /admin: what was searched for, mails (whose links open accounts), the log of what was done. */
export const canAdminister = (actor: Actor): boolean => actor?.administrator ?? false;
