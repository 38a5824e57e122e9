import type { Db } from "~db/client.server";
import { hashSecret, newSecret } from "./secret.server";

/** The hash of the browser's secret when this account signed in with it before; else null. */
export async function findKnownDevice(db: Db, personId: string, secret: string | undefined): Promise<string | null> {
  const hash = hashSecret(secret ?? "");
  const row = await db
    .selectFrom("known_device")
    .where("id_hash", "=", hash)
    .where("person_id", "=", personId)
    .select("id_hash")
    .executeTakeFirst();
  return row?.id_hash ?? null;
}

/** Remembers that the account signed in with this browser. @returns the browser's secret, a new one if it had none */
export async function rememberDevice(db: Db, personId: string, secret: string | undefined, now: Date): Promise<string> {
  const kept = secret ?? newSecret();
  const seen = { seen_at: now.toISOString() };
  await db
    .insertInto("known_device")
    .values({ id_hash: hashSecret(kept), person_id: personId, ...seen })
    .onConflict((conflict) => conflict.columns(["id_hash", "person_id"]).doUpdateSet(seen))
    .execute();
  return kept;
}
