import type { Db } from "~db/client.server";
import type { Consents } from "./review";

/** Keeps what a reviewer agrees to; only a review that may be published can be signed. */
export async function saveConsents(trx: Db, assignmentId: string, consents: Consents): Promise<void> {
  const flag = (on: boolean) => (on ? (1 as const) : (0 as const));
  await trx
    .updateTable("review_assignment")
    .set({
      may_publish: flag(consents.mayPublish),
      signs: flag(consents.signs),
      listed: flag(consents.listed),
    })
    .where("id", "=", assignmentId)
    .execute();
}
