import { hashSecret } from "~/domain/people/secret.server";
import type { Db } from "~db/client.server";

/** Who got the mail with this token. */
export async function findUnsubscribing(db: Db, token: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("unsubscribe_token")
    .where("hash", "=", hashSecret(token))
    .select("person_id")
    .executeTakeFirst();
  return row?.person_id;
}
