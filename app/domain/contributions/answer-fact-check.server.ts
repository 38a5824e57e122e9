import { forbidden } from "~/domain/forbidden";
import { settle } from "~/domain/notifications/settle.server";
import { tell } from "~/domain/notifications/tell.server";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { DisputedPoint } from "./contribution";
import { canCheckFacts } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";

/** The city's answer: all is right, or these points are not. @throws Response */
export async function answerFactCheck(
  db: Db,
  actor: Actor,
  id: string,
  disputedPoints: readonly DisputedPoint[],
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!actor || !contribution?.factCheck || !canCheckFacts(actor, contribution)) throw forbidden();
    await trx
      .updateTable("fact_check")
      .set({
        answer: disputedPoints.length > 0 ? "disputed" : "confirmed",
        disputed_points: JSON.stringify(disputedPoints),
        answered_at: now.toISOString(),
        answered_by: actor.person.id,
      })
      .where("contribution_id", "=", id)
      .where("asked_at", "=", contribution.factCheck.askedAt)
      .execute();
    await settle(trx, { subject: { kind: "contribution", id }, kinds: ["fact-check-asked"] }, now);
    const told = contribution.authors.flatMap(({ personId }) =>
      personId === null || personId === actor.person.id ? [] : [personId],
    );
    const details = { title: contribution.fields.title?.value ?? "", path: `/contributions/${id}/fact-check` };
    const news = { kind: "fact-check-answered", subject: { kind: "contribution", id }, details } as const;
    await tell(trx, told, { ...news, waits: disputedPoints.length > 0 }, now);
  });
}
