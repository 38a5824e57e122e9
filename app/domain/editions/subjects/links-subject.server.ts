import { forbidden } from "~/domain/forbidden";
import { tell } from "~/domain/notifications/tell.server";
import type { Db } from "~db/client.server";
import { type Evidence, evidenceLevels, type LinkType, linkTypes } from "~db/schema/link";
import { getEditedEntry } from "../edited-entry-queries.server";
import { type Change, linkValue, readLinkValue } from "../edition";
import { canEditLinks } from "../edition-policy";
import { linkTypesBetween } from "../link-types";
import type { OpenSubject } from "./subject";

/** The links that lead from one entry to another, by `from>to`: a field for each kind of link. */
export const openLinks: OpenSubject = async (trx, id) => {
  const [fromId = "", toId = ""] = id.split(">");
  const from = await getEditedEntry(trx, fromId);
  const to = await getEditedEntry(trx, toId);
  if (!from || !to) return undefined;
  const rows = await trx
    .selectFrom("link")
    .where("from_id", "=", fromId)
    .where("to_id", "=", toId)
    .select(["type", "evidence", "note"])
    .execute();
  const allowed = linkTypesBetween(from, to);
  return {
    place: fromId,
    fields: Object.fromEntries(rows.map(({ type, evidence, note }) => [type, linkValue(evidence, note)])),
    may: (actor) => canEditLinks(actor, from),
    async write(changes) {
      for (const change of changes) {
        const type = linkTypes.find((known) => known === change.field);
        if (!type || (change.after !== null && !allowed.includes(type))) throw forbidden();
        await writeLink(trx, { from: fromId, to: toId, type }, change);
      }
    },
    shownBy: async () => [
      { id: fromId, kind: from.kind },
      { id: toId, kind: to.kind },
    ],
    // Once a day: who mends one link often mends ten.
    tellOf: ({ actor, at }) =>
      tell(
        trx,
        from.authors.filter((id) => id !== actor?.person.id),
        {
          ...{ kind: "links-edited", waits: false, onceKey: `links-edited:${fromId}:${at.toISOString().slice(0, 10)}` },
          ...{ subject: { kind: from.kind, id: fromId }, details: { title: from.title, path: `/curate/${fromId}` } },
        },
        at,
      ),
  };
};

async function writeLink(
  trx: Db,
  { from, to, type }: { from: string; to: string; type: LinkType },
  { before, after }: Change,
): Promise<void> {
  if (after === null) {
    await trx.deleteFrom("link").where("from_id", "=", from).where("to_id", "=", to).where("type", "=", type).execute();
    return;
  }
  const { evidence: level, note } = readLinkValue(after);
  const evidence: Evidence | null = evidenceLevels.find((known) => known === level) ?? null;
  if (before === null) {
    const id = `${from}>${type}>${to}`;
    await trx.insertInto("link").values({ id, from_id: from, to_id: to, type, evidence, note }).execute();
    return;
  }
  await trx
    .updateTable("link")
    .set({ evidence, note })
    .where("from_id", "=", from)
    .where("to_id", "=", to)
    .where("type", "=", type)
    .execute();
}
