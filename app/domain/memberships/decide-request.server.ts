import { forbidden } from "~/domain/forbidden";
import { addMail } from "~/domain/mail/mail-queries.server";
import type { Network } from "~/domain/networks/network";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canManageMembers } from "./membership-policy";

interface Decision {
  actor: Actor;
  network: Network;
  personId: string;
  accept: boolean;
  origin: string;
}

/** Accepts or declines a request to join, and tells the person. @returns false when there is no such request any more */
export async function decideRequest(
  db: Db,
  { actor, network, personId, accept, origin }: Decision,
  now: Date,
): Promise<boolean> {
  if (!canManageMembers(actor, network)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const decided = accept
      ? await trx
          .updateTable("membership")
          .set({ state: "active", decided_at: now.toISOString(), decided_by: actor?.person.id ?? null })
          .where("network_id", "=", network.id)
          .where("person_id", "=", personId)
          .where("state", "=", "requested")
          .returning("person_id")
          .executeTakeFirst()
      : await trx
          .deleteFrom("membership")
          .where("network_id", "=", network.id)
          .where("person_id", "=", personId)
          .where("state", "=", "requested")
          .returning("person_id")
          .executeTakeFirst();
    if (!decided) return false;
    const { email, name, language } = await trx
      .selectFrom("person")
      .where("id", "=", personId)
      .select(["email", "name", "language"])
      .executeTakeFirstOrThrow();
    const values = { name, network: network.name, link: `${origin}/networks/${network.id}` };
    const mail = accept ? ("joinAccepted" as const) : ("joinDeclined" as const);
    await addMail(trx, { to: email, personId, name: mail, values, language }, now);
    return true;
  });
}
