import { canEdit } from "~/domain/contributions/contribution-policy";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { FileWords } from "./file-form";

interface OfContribution {
  contributionId: string;
  id: string;
}

/** Says something else about a file. @throws Response */
export const describeFile = (db: Db, actor: Actor, file: OfContribution, { alternativeText, caption }: FileWords) =>
  change(db, actor, file, { alternative_text: alternativeText || null, caption: caption || null });

/** Takes a file out; until it is purged it can be put back. @throws Response */
export const removeFile = (db: Db, actor: Actor, file: OfContribution, now: Date) =>
  change(db, actor, file, { removed_at: now.toISOString() });

/** @throws Response */
export const putFileBack = (db: Db, actor: Actor, file: OfContribution) =>
  change(db, actor, file, { removed_at: null });

async function change(
  db: Db,
  actor: Actor,
  { contributionId, id }: OfContribution,
  values: { alternative_text?: string | null; caption?: string | null; removed_at?: string | null },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, contributionId);
    if (!contribution || !canEdit(actor, contribution)) throw forbidden();
    await trx
      .updateTable("contribution_file")
      .set(values)
      .where("contribution_id", "=", contributionId)
      .where("id", "=", id)
      .execute();
  });
}
