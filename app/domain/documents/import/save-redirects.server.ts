import type { Db } from "~db/client.server";

/** Old addresses lead to where their provisions are now: never to another redirect, never away from an address in use. */
export async function saveRedirects(
  trx: Db,
  slug: string,
  redirects: { from: string; to: string }[],
  inUse: string[],
): Promise<void> {
  const known = await trx.selectFrom("provision_redirect").selectAll().where("document_id", "=", slug).execute();
  const used = new Set(inUse);
  const wanted = new Map(known.map((row) => [row.from_eid, row.to_eid]));
  for (const { from, to } of redirects) wanted.set(from, to);
  await trx.deleteFrom("provision_redirect").where("document_id", "=", slug).execute();
  for (const [from, first] of wanted) {
    let to: string | undefined = first;
    for (let steps = 0; to !== undefined && !used.has(to) && steps < wanted.size; steps += 1) to = wanted.get(to);
    if (used.has(from) || to === undefined || !used.has(to)) continue;
    await trx.insertInto("provision_redirect").values({ document_id: slug, from_eid: from, to_eid: to }).execute();
  }
}
