import type { Db } from "~db/client.server";
import { chooseMails } from "./choose-mails.server";
import { findUnsubscribing } from "./unsubscribe-queries.server";

/** Ends the mails of whoever got the one with this token; nobody has to sign in for it. @returns whether the token is known */
export async function unsubscribe(db: Db, token: string, now: Date): Promise<boolean> {
  const personId = await findUnsubscribing(db, token);
  if (personId === undefined) return false;
  await chooseMails(db, personId, "none", now);
  return true;
}
