import type { Db } from "~db/client.server";
import type { GuessLimits } from "./guess-limits.server";
import { verifyPassword } from "./password-hash.server";

/** Asks someone who is signed in for the password once more, before what a stranger at their desk must not do. */
export async function confirmPassword(
  db: Db,
  limits: GuessLimits,
  personId: string,
  password: string,
): Promise<"right" | "wrong" | "often"> {
  if (!(await limits.mayConfirm(personId))) return "often";
  const person = await db.selectFrom("person").where("id", "=", personId).select("password_hash").executeTakeFirst();
  return (await verifyPassword(person?.password_hash ?? null, password)) ? "right" : "wrong";
}
