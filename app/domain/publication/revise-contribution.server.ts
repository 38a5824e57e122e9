import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { CreditRole } from "~/domain/contributions/contribution";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { canRevise } from "./publication-policy";
import { getOpenRevision } from "./revision-queries.server";

/** What somebody did who corrects what others wrote. */
const corrected: CreditRole[] = ["writing-review-editing"];

/**
 * Begins the next version of what is published: a draft with all that it says now, by the same authors; a coordinator who corrects
 * it joins them. There is one at a time. @returns the id of the draft, a new one or the one that is under way @throws Response, MovedOn
 */
export async function reviseContribution(db: Db, doer: Doer, id: string): Promise<string> {
  const { actor } = doer;
  return db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!actor || !contribution) throw forbidden();
    if (!canRevise(actor, contribution)) {
      if (canRevise(actor, { ...contribution, status: "published" })) throw new MovedOn(contribution.status);
      throw forbidden();
    }
    const open = await getOpenRevision(trx, id);
    if (open) return open.id;
    const draft = randomUUID();
    const at = doer.at.toISOString();
    const base = await trx.selectFrom("contribution").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
    const fields = await trx.selectFrom("contribution_field").where("contribution_id", "=", id).selectAll().execute();
    const { kind, network_id, city_id, language } = base;
    await trx
      .insertInto("contribution")
      .values({
        ...{ id: draft, kind, network_id, city_id, language, status: "draft", revises_id: id },
        ...{ revision: fields.length, created_at: at, updated_at: at },
      })
      .execute();
    const rows = fields.map(({ field, value }, index) => ({
      ...{ contribution_id: draft, field, value, revision: index + 1, saved_by: actor.person.id, saved_at: at },
    }));
    if (rows.length > 0) {
      await trx.insertInto("contribution_field").values(rows).execute();
      await trx.insertInto("contribution_change").values(rows).execute();
    }
    await copyAuthors(trx, id, draft, actor.person.id);
    await copyFiles(trx, id, draft);
    if (base.entry_id !== null) await copyLinks(trx, base.entry_id, draft);
    await recordEvent(trx, doer, { action: "revise", subject: { kind: "contribution", id }, details: { draft } });
    return draft;
  });
}

async function copyAuthors(trx: Db, from: string, to: string, doerId: string): Promise<void> {
  const authors = await trx
    .selectFrom("contribution_author")
    .where("contribution_id", "=", from)
    .orderBy("position")
    .selectAll()
    .execute();
  const rows = authors.map((author) => ({ ...author, contribution_id: to }));
  if (!authors.some(({ person_id }) => person_id === doerId)) {
    const position = (authors.at(-1)?.position ?? 0) + 1;
    const roles = JSON.stringify(corrected);
    rows.push({ contribution_id: to, position, person_id: doerId, name: null, roles });
  }
  await trx.insertInto("contribution_author").values(rows).execute();
}

/** The bytes are kept once, under their hash. */
async function copyFiles(trx: Db, from: string, to: string): Promise<void> {
  const files = await trx
    .selectFrom("contribution_file")
    .where("contribution_id", "=", from)
    .where("removed_at", "is", null)
    .selectAll()
    .execute();
  const rows = files.map((file) => ({ ...file, id: randomUUID(), contribution_id: to }));
  if (rows.length > 0) await trx.insertInto("contribution_file").values(rows).execute();
}

/** Those of the entry: curators may have mended them since. */
async function copyLinks(trx: Db, entryId: string, to: string): Promise<void> {
  const links = await trx
    .selectFrom("link")
    .where("from_id", "=", entryId)
    .select(["to_id", "type", "evidence", "note"])
    .execute();
  const rows = links.map((link) => ({ ...link, contribution_id: to }));
  if (rows.length > 0) await trx.insertInto("contribution_link").values(rows).execute();
}
