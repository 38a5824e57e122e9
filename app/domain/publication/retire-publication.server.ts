import type { Doer } from "~/domain/audit/doer";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { moveContribution } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import { tell } from "~/domain/notifications/tell.server";
import type { Db } from "~db/client.server";
import { canCurate } from "./publication-policy";

interface Retiring {
  id: string;
  verb: "archive" | "withdraw";
  reason: string;
}

/**
 * Takes what was published out of lists, counts and search. Archived, it can still be read at its address; withdrawn, only why it
 * was. Its versions stay in the database. @throws Response for who may not; MovedOn when somebody was faster
 */
export async function retirePublication(db: Db, doer: Doer, { id, verb, reason }: Retiring): Promise<void> {
  const at = doer.at.toISOString();
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canCurate(doer.actor, contribution)) throw forbidden();
    await moveContribution(trx, doer, contribution, verb);
    const entry = await trx
      .selectFrom("contribution")
      .innerJoin("entry", "entry.id", "contribution.entry_id")
      .leftJoin("retirement", "retirement.entry_id", "entry.id")
      .where("contribution.id", "=", id)
      .select(["entry.id", "entry.kind", "entry.title", "published_at", "first_published_at"])
      .executeTakeFirstOrThrow();
    const state = verb === "archive" ? ("archived" as const) : ("withdrawn" as const);
    const retired = { state, reason, retired_at: at };
    const first = entry.published_at ?? entry.first_published_at ?? at;
    await trx
      .insertInto("retirement")
      .values({ entry_id: entry.id, ...retired, first_published_at: first })
      .onConflict((conflict) => conflict.column("entry_id").doUpdateSet(retired))
      .execute();
    await trx.updateTable("entry").set({ published_at: null, updated_at: at }).where("id", "=", entry.id).execute();
    await trx.insertInto("outbox").values({ kind: entry.kind, entry_id: entry.id, created_at: at }).execute();
    const authors = contribution.authors.flatMap(({ personId }) =>
      personId === null || personId === doer.actor?.person.id ? [] : [personId],
    );
    const kind = verb === "archive" ? "contribution-archived" : "contribution-withdrawn";
    const details = { title: entry.title };
    await tell(trx, authors, { kind, subject: { kind: "contribution", id }, details, waits: false }, doer.at);
  });
}
