import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canFollowReview } from "./review-policy";

/** The authors say whether the reviews are to be published with their contribution; any of them may. @throws Response */
export async function agreeToPublish(db: Db, doer: Doer, id: string, publishes: boolean): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canFollowReview(doer.actor, contribution)) throw forbidden();
    const said = {
      publishes: publishes ? (1 as const) : (0 as const),
      said_by: doer.actor?.person.id ?? null,
      said_at: doer.at.toISOString(),
    };
    await trx
      .insertInto("review_agreement")
      .values({ contribution_id: id, ...said })
      .onConflict((on) => on.column("contribution_id").doUpdateSet(said))
      .execute();
    await recordEvent(trx, doer, {
      action: "agree-to-publish-reviews",
      subject: { kind: "contribution", id },
      details: { publishes },
    });
  });
}
