import { listEditedLinks } from "~/domain/editions/edited-link-queries.server";
import type { Db } from "~db/client.server";
import type { Evidence } from "~db/schema/link";
import { type LinksByKey, linkKey, mergeLinks } from "./merge-links";

/** The links that a contribution drafted, with those that curators have edited on its entry meanwhile. */
export async function writeLinks(trx: Db, from: string, contributionId: string, at: string): Promise<void> {
  const drafted = await trx
    .selectFrom("contribution_link")
    .where("contribution_id", "=", contributionId)
    .select(["to_id", "type", "evidence", "note"])
    .execute();
  const { created_at } = await trx
    .selectFrom("contribution")
    .where("id", "=", contributionId)
    .select("created_at")
    .executeTakeFirstOrThrow();
  const bases = await listEditedLinks(trx, from, created_at);
  const dropped = await trx
    .deleteFrom("link")
    .where("from_id", "=", from)
    .returning(["to_id", "type", "evidence", "note"])
    .execute();
  const ends = new Map([...drafted, ...dropped].map(({ to_id, type }) => [linkKey({ to_id, type }), { to_id, type }]));
  const merged = mergeLinks(byKey(drafted), {
    bases: new Map(bases.map((link) => [linkKey(link), link.before])),
    current: byKey(dropped),
  });
  const links = [...merged].flatMap(([key, { evidence, note }]) => {
    const end = ends.get(key);
    return end ? [{ id: `${from}>${end.type}>${end.to_id}`, from_id: from, ...end, evidence, note }] : [];
  });
  if (links.length > 0) await trx.insertInto("link").values(links).execute();
  // The index follows the links that are there; what is linked no more must be read again too.
  const gone = [...new Set(dropped.map(({ to_id }) => to_id))].filter((id) => !links.some(({ to_id }) => to_id === id));
  if (gone.length === 0) return;
  const far = await trx.selectFrom("entry").where("id", "in", gone).select(["id", "kind"]).execute();
  await trx
    .insertInto("outbox")
    .values(far.map(({ id, kind }) => ({ kind, entry_id: id, created_at: at })))
    .execute();
}

const byKey = (
  rows: (Parameters<typeof linkKey>[0] & { evidence: Evidence | null; note: string | null })[],
): LinksByKey => new Map(rows.map(({ evidence, note, ...end }) => [linkKey(end), { evidence, note }]));
