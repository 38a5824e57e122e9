import type { Db } from "~db/client.server";

const kept = 90 * 24 * 60 * 60 * 1000;

/** Forgets from where things were done, once nobody needs to ask any more. Its digest stays, so that the chain stays whole. */
export async function forgetAddresses(db: Db, now: Date): Promise<void> {
  await db
    .updateTable("audit_event")
    .set({ address: null, address_salt: null })
    .where("address", "is not", null)
    .where("at", "<=", new Date(now.getTime() - kept).toISOString())
    .execute();
}
