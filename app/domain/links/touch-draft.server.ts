import { canEdit } from "~/domain/contributions/contribution-policy";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";

/** Makes sure, inside the transaction that writes, that the actor may write on the draft. @throws Response */
export async function requireDraft(trx: Db, actor: Actor, id: string): Promise<void> {
  const contribution = await getContribution(trx, id);
  if (!contribution || !canEdit(actor, contribution)) throw forbidden();
}

/** Marks a draft as changed: for what was written, not for what was refused. */
export async function touchDraft(trx: Db, id: string, now: Date): Promise<void> {
  await trx.updateTable("contribution").set({ updated_at: now.toISOString() }).where("id", "=", id).execute();
}
