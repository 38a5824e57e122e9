import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { Call } from "./call";
import { canManageCall } from "./call-policy";

/** Throws a draft away. @returns false when it was none any more */
export async function deleteCall(db: Db, actor: Actor, call: Call): Promise<boolean> {
  if (!canManageCall(actor, call)) throw forbidden();
  const { numDeletedRows } = await db
    .deleteFrom("call")
    .where("id", "=", call.id)
    .where("status", "=", "draft")
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
