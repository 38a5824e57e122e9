import type { z } from "zod";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { getNetworkText } from "./network-detail-queries.server";
import type { networkForm } from "./network-forms";
import { canManageNetwork, canPlaceNetwork } from "./network-policy";
import { listAncestors } from "./network-tree-queries.server";

/** Changes what a network says of itself, and of which it is a part. Its address stays. @returns which field is wrong, or null */
export async function editNetwork(
  db: Db,
  doer: Doer,
  { id, network }: { id: string; network: z.output<typeof networkForm> },
): Promise<"parent" | null> {
  if (!canManageNetwork(doer.actor, { id })) throw forbidden();
  return db.transaction().execute(async (trx) => {
    const before = await getNetworkText(trx, id);
    if (!before) throw forbidden();
    const { name, language, summary, acronym, website, parent } = network;
    if (parent !== before.parent && parent !== null) {
      const above = await listAncestors(trx, parent);
      if (above.length === 0 || above.includes(id) || !canPlaceNetwork(doer.actor, { id }, { id: parent }))
        return "parent";
    }
    const changed = (Object.keys(before) as (keyof typeof before)[]).filter(
      (field) => before[field] !== network[field],
    );
    if (changed.length === 0) return null;
    const at = doer.at.toISOString();
    await trx
      .updateTable("entry")
      .set({ title: name, summary, language, updated_at: at })
      .where("id", "=", id)
      .execute();
    await trx.updateTable("network").set({ acronym, website, parent_id: parent }).where("id", "=", id).execute();
    await trx.insertInto("outbox").values({ kind: "network", entry_id: id, created_at: at }).execute();
    await recordEvent(trx, doer, {
      action: "edit-network",
      subject: { kind: "network", id },
      details: {
        fields: changed.join(" "),
        ...(parent !== before.parent && { "parent-before": before.parent, "parent-after": parent }),
      },
    });
    return null;
  });
}
