import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { canEdit } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";

/** Takes a co-author out; whoever began the draft stays. @throws Response */
export async function removeCoAuthor(db: Db, actor: Actor, id: string, position: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canEdit(actor, contribution)) throw forbidden();
    if (contribution.authors[0]?.position === position) throw forbidden();
    await trx
      .deleteFrom("contribution_author")
      .where("contribution_id", "=", id)
      .where("position", "=", position)
      .execute();
  });
}
