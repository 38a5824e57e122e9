import { randomUUID } from "node:crypto";
import { canEdit } from "~/domain/contributions/contribution-policy";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { type FileProblem, isPicture, mostFiles, type StoredBytes } from "./file";
import type { FileWords } from "./file-form";
import { cleanFileName } from "./file-name";

/** Adds bytes that the store has taken to a contribution. @returns why not, or null @throws Response */
export async function addFile(
  db: Db,
  actor: Actor,
  contributionId: string,
  file: StoredBytes & FileWords & { name: string },
  now: Date,
): Promise<FileProblem | null> {
  return db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, contributionId);
    if (!actor || !contribution || !canEdit(actor, contribution)) throw forbidden();
    const { count } = await trx
      .selectFrom("contribution_file")
      .where("contribution_id", "=", contributionId)
      .where("removed_at", "is", null)
      .select((select) => select.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (count >= mostFiles) return "tooMany";
    const name = cleanFileName(file.name);
    await trx
      .insertInto("contribution_file")
      .values({
        id: randomUUID(),
        contribution_id: contributionId,
        // A picture was written anew: its ending says as what.
        name: isPicture(file.mediaType) ? `${name.replace(/\.\w{1,8}$/, "")}.webp` : name,
        media_type: file.mediaType,
        bytes: file.bytes,
        sha256: file.sha256,
        width: file.width,
        height: file.height,
        alternative_text: file.alternativeText || null,
        caption: file.caption || null,
        added_by: actor.person.id,
        added_at: now.toISOString(),
      })
      .execute();
    return null;
  });
}
