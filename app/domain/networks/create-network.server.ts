import type { z } from "zod";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { addInvitation } from "~/domain/memberships/invitation-queries.server";
import type { Db } from "~db/client.server";
import { getNetwork } from "./network-detail-queries.server";
import type { newNetworkForm } from "./network-forms";
import { canCreateNetwork } from "./network-policy";

type NewNetwork = z.output<typeof newNetworkForm>;

/** Makes a network, or a part of one, and invites its first coordinator. @returns the network's id, or which field is wrong */
export async function createNetwork(
  db: Db,
  doer: Doer,
  { network, origin }: { network: NewNetwork; origin: string },
): Promise<{ id: string } | { wrong: "name" | "parent" }> {
  const { actor, at: now } = doer;
  if (!actor || !canCreateNetwork(actor)) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const { name, language, summary, acronym, website, parent } = network;
    if (parent !== null && !(await getNetwork(trx, parent))) return { wrong: "parent" };
    const id = slugOf(acronym ?? name) || slugOf(name);
    const taken = await trx.selectFrom("entry").where("id", "=", id).select("id").executeTakeFirst();
    // `new` is the address of the form.
    if (id === "" || id === "new" || taken) return { wrong: "name" };
    const at = now.toISOString();
    const entry = { id, kind: "network", title: name, summary, language } as const;
    await trx
      .insertInto("entry")
      .values({ ...entry, published_at: at, created_at: at, updated_at: at })
      .execute();
    await trx
      .insertInto("network")
      .values({ id, acronym, website, organisation_id: null, parent_id: parent })
      .execute();
    await trx.insertInto("outbox").values({ kind: "network", entry_id: id, created_at: at }).execute();
    const roles = { coordinator: true, reviewer: false };
    const invitation = { network: { id, name }, roles, invitedBy: actor.person.id, language, origin };
    await addInvitation(trx, { ...invitation, email: network.coordinator }, now);
    await recordEvent(trx, doer, { action: "create-network", subject: { kind: "network", id }, details: { parent } });
    return { id };
  });
}

/** Small letters and digits with hyphens between. */
const slugOf = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
