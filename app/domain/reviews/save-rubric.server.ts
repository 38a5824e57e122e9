import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { canManageNetwork } from "~/domain/networks/network-policy";
import type { Db } from "~db/client.server";
import type { Criterion } from "./rubric";
import { getRubric } from "./rubric-queries.server";

/** Gives a network its next rubric. Rounds that are open keep theirs. @throws Response */
export async function saveRubric(
  db: Db,
  doer: Doer,
  network: { id: string; language: string },
  criteria: readonly Criterion[],
): Promise<void> {
  if (!canManageNetwork(doer.actor, network)) throw forbidden();
  await db.transaction().execute(async (trx) => {
    const { version } = await getRubric(trx, network.id);
    await trx
      .insertInto("rubric")
      .values({
        network_id: network.id,
        version: version + 1,
        language: network.language,
        criteria: JSON.stringify(criteria),
        saved_by: doer.actor?.person.id ?? null,
        saved_at: doer.at.toISOString(),
      })
      .execute();
    await recordEvent(trx, doer, {
      action: "change-rubric",
      subject: { kind: "network", id: network.id },
      details: { version: version + 1, criteria: criteria.length },
    });
  });
}
