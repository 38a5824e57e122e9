import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { addMail } from "~/domain/mail/mail-queries.server";
import type { Network } from "~/domain/networks/network";
import type { Db } from "~db/client.server";
import { canAskToJoin, canJoin } from "./membership-policy";
import { getStanding, listCoordinators } from "./membership-queries.server";

/** Makes the person a member, or notes that they ask to become one and tells the coordinators, as the network's policy says. */
export async function joinNetwork(
  db: Db,
  doer: Doer,
  { network, note, origin }: { network: Network; note: string | null; origin: string },
): Promise<void> {
  const { actor, at: now } = doer;
  if (!actor) throw forbidden();
  await db.transaction().execute(async (trx) => {
    const personId = actor.person.id;
    const standing = await getStanding(trx, network.id, personId);
    // Sent twice, it was done the first time.
    if (standing !== null) return;
    const atOnce = canJoin(actor, network, standing);
    if (!atOnce && !canAskToJoin(actor, network, standing)) throw forbidden();
    const at = now.toISOString();
    await trx
      .insertInto("membership")
      .values({
        network_id: network.id,
        person_id: personId,
        state: atOnce ? "active" : "requested",
        coordinator: 0,
        reviewer: 0,
        note: atOnce ? null : note,
        created_at: at,
        decided_at: atOnce ? at : null,
      })
      .execute();
    await recordEvent(trx, doer, {
      action: atOnce ? "join" : "ask-to-join",
      subject: { kind: "network", id: network.id },
    });
    if (atOnce) return;
    const asks = await trx.selectFrom("person").where("id", "=", personId).select("name").executeTakeFirstOrThrow();
    const link = `${origin}/networks/${network.id}/members`;
    for (const { id, name, email, language } of await listCoordinators(trx, network.id)) {
      const values = { name, person: asks.name, network: network.name, link };
      await addMail(trx, { to: email, personId: id, name: "joinRequested", values, language }, now);
    }
  });
}
