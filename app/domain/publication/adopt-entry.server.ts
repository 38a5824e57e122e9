import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { toFieldValues } from "./adopted-fields";
import { readContents } from "./content-queries.server";
import { canAdopt } from "./publication-policy";
import type { VersionContent } from "./version";

/**
 * Hands a practice or case study that came with the installation to a network, as a contribution that is published: its coordinators
 * can then revise and withdraw it. Its first version stays as it is. @returns the contribution's id; null when there is nothing to hand over
 */
export async function adoptEntry(
  db: Db,
  doer: Doer,
  { entryId, networkId }: { entryId: string; networkId: string },
): Promise<string | null> {
  if (!canAdopt(doer.actor)) throw forbidden();
  const at = doer.at.toISOString();
  return db.transaction().execute(async (trx) => {
    const entry = await trx
      .selectFrom("entry")
      .where("id", "=", entryId)
      .where("published_at", "is not", null)
      .select("published_at")
      .executeTakeFirst();
    const network = await trx.selectFrom("network").where("id", "=", networkId).select("id").executeTakeFirst();
    const owner = await trx.selectFrom("contribution").where("entry_id", "=", entryId).select("id").executeTakeFirst();
    const content = (await readContents(trx, [entryId])).get(entryId);
    if (!entry || !network || owner || !content) return null;
    const id = randomUUID();
    const values = Object.entries(toFieldValues(content));
    await trx
      .insertInto("contribution")
      .values({
        ...{ id, kind: content.kind, status: "published", network_id: networkId, city_id: content.city },
        ...{ language: content.language, entry_id: entryId, revises_id: null, revision: values.length },
        ...{ created_at: at, updated_at: at, submitted_at: entry.published_at },
      })
      .execute();
    const rows = values.map(([field, value], index) => ({
      ...{ contribution_id: id, field, value, revision: index + 1, saved_by: null, saved_at: at },
    }));
    if (rows.length > 0) {
      await trx.insertInto("contribution_field").values(rows).execute();
      await trx.insertInto("contribution_change").values(rows).execute();
    }
    await takeOverAuthors(trx, entryId, id);
    await takeOverLinks(trx, content, id);
    await recordEvent(trx, doer, {
      action: "adopt",
      subject: { kind: "contribution", id },
      details: { entry: entryId, network: networkId },
    });
    return id;
  });
}

/** Those whom its first version names. */
async function takeOverAuthors(trx: Db, entryId: string, contributionId: string): Promise<void> {
  const credits = await trx
    .selectFrom("version_credit")
    .where("entry_id", "=", entryId)
    .where("number", "=", 1)
    .where("part", "=", "author")
    .orderBy("position")
    .select(["position", "name", "roles"])
    .execute();
  const rows = credits.map((credit) => ({ ...credit, contribution_id: contributionId, person_id: null }));
  if (rows.length > 0) await trx.insertInto("contribution_author").values(rows).execute();
}

async function takeOverLinks(trx: Db, { links }: VersionContent, contributionId: string): Promise<void> {
  const rows = links.map(({ to, ...link }) => ({ ...link, to_id: to, contribution_id: contributionId }));
  if (rows.length > 0) await trx.insertInto("contribution_link").values(rows).execute();
}
