import type { z } from "zod";
import { toSlug } from "~/domain/documents/import/slug";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { newCollectionForm } from "./collection-forms";
import { canCurateFor } from "./collection-policy";

/** Addresses that are pages of their own. */
const reserved = new Set(["new", "add"]);

/** Begins a collection that nobody else sees yet. @returns its slug, or which field is wrong */
export async function createCollection(
  db: Db,
  actor: Actor,
  { network, ...texts }: z.output<typeof newCollectionForm>,
  now: Date,
): Promise<{ id: string } | { wrong: "title" }> {
  if (!actor || !canCurateFor(actor, network)) throw forbidden();
  const slug = toSlug(texts.title).slice(0, 60).replace(/-+$/, "");
  if (slug === "") return { wrong: "title" };
  return db.transaction().execute(async (trx) => {
    const rows = await trx.selectFrom("collection").where("id", "like", `${slug}%`).select("id").execute();
    const taken = new Set([...reserved, ...rows.map((row) => row.id)]);
    let id = slug;
    for (let n = 2; taken.has(id); n++) id = `${slug}-${n}`;
    const at = now.toISOString();
    await trx
      .insertInto("collection")
      .values({ id, network_id: network, ...texts, created_by: actor.person.id, created_at: at, updated_at: at })
      .execute();
    return { id };
  });
}
