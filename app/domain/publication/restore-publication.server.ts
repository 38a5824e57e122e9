import type { Doer } from "~/domain/audit/doer";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canCurate } from "./publication-policy";

/** Brings back what was archived. @throws Response for who may not; MovedOn when somebody was faster */
export async function restorePublication(db: Db, doer: Doer, id: string): Promise<void> {
  const at = doer.at.toISOString();
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canCurate(doer.actor, contribution)) throw forbidden();
    await moveContribution(trx, doer, contribution, "restore");
    const entry = await trx
      .selectFrom("contribution")
      .innerJoin("entry", "entry.id", "contribution.entry_id")
      .innerJoin("retirement", "retirement.entry_id", "entry.id")
      .where("contribution.id", "=", id)
      .select(["entry.id", "entry.kind", "first_published_at"])
      .executeTakeFirstOrThrow();
    const published = { published_at: entry.first_published_at, updated_at: at };
    await trx.updateTable("entry").set(published).where("id", "=", entry.id).execute();
    await trx.deleteFrom("retirement").where("entry_id", "=", entry.id).execute();
    await trx.insertInto("outbox").values({ kind: entry.kind, entry_id: entry.id, created_at: at }).execute();
  });
}
