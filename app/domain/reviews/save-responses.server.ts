import type { Doer } from "~/domain/audit/doer";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canAnswerChanges } from "./review-policy";

/** What an author answers to a requested change, by its id. */
export interface Response {
  change: string;
  text: string;
}

/** Keeps the answers to changes that the latest round asked for; an unknown change changes nothing. @throws Response */
export async function saveResponses(
  db: Db,
  doer: Doer,
  contributionId: string,
  responses: readonly Response[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, contributionId);
    if (!contribution || !canAnswerChanges(doer.actor, contribution)) throw forbidden();
    for (const { change, text } of responses)
      await trx
        .updateTable("requested_change")
        .set({ response: text, responded_by: doer.actor?.person.id ?? null, responded_at: doer.at.toISOString() })
        .where("id", "=", change)
        .where("response", "!=", text)
        .where("review_id", "in", (select) =>
          select
            .selectFrom("review")
            .innerJoin("review_round as round", "round.id", "review.round_id")
            .where("round.contribution_id", "=", contributionId)
            .where("review.submitted_at", "is not", null)
            .where("round.number", "=", (inner) =>
              inner
                .selectFrom("review_round")
                .where("contribution_id", "=", contributionId)
                .select(({ fn }) => fn.max<number>("number").as("latest")),
            )
            .select("review.id"),
        )
        .execute();
  });
}
