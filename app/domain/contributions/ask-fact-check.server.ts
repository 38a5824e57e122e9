import { forbidden } from "~/domain/forbidden";
import { settle } from "~/domain/notifications/settle.server";
import { tell } from "~/domain/notifications/tell.server";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canAskFactCheck } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";

/** Asks the city of a case study whether its facts are right: from now on its officials can read it. @throws Response */
export async function askFactCheck(db: Db, actor: Actor, id: string, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!actor || !contribution || !canAskFactCheck(actor, contribution)) throw forbidden();
    await trx
      .insertInto("fact_check")
      .values({ contribution_id: id, asked_at: now.toISOString(), asked_by: actor.person.id })
      .execute();
    await settle(trx, { subject: { kind: "contribution", id }, kinds: ["fact-check-answered"] }, now);
    const officials = await trx
      .selectFrom("city_official")
      .where("city_id", "=", contribution.cityId ?? "")
      .where("person_id", "!=", actor.person.id)
      .select("person_id")
      .distinct()
      .execute();
    const told = officials.map((official) => official.person_id);
    const title = contribution.fields.title?.value ?? "";
    const details = { title, path: `/contributions/${id}/fact-check` };
    await tell(
      trx,
      told,
      { kind: "fact-check-asked", subject: { kind: "contribution", id }, details, waits: true },
      now,
    );
  });
}
