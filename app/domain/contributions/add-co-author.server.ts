import { forbidden } from "~/domain/forbidden";
import { tell } from "~/domain/notifications/tell.server";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { CoAuthor } from "./co-author-form";
import { canEdit } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";

/**
 * Adds a co-author at the end. Someone who has an account with the address finds the draft on their desk and writes on it too;
 * whether there is one, the person who adds them is not told.
 * @throws Response
 */
export async function addCoAuthor(
  db: Db,
  actor: Actor,
  id: string,
  { name, email, roles }: CoAuthor,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canEdit(actor, contribution)) throw forbidden();
    const person = email
      ? await trx.selectFrom("person").where("email", "=", email).select("id").executeTakeFirst()
      : undefined;
    const known = contribution.authors.find(({ personId }) => personId !== null && personId === person?.id);
    if (known) return;
    const position = 1 + Math.max(0, ...contribution.authors.map((author) => author.position));
    await trx
      .insertInto("contribution_author")
      .values({ contribution_id: id, position, person_id: person?.id ?? null, name, roles: JSON.stringify(roles) })
      .execute();
    const details = { title: contribution.fields.title?.value ?? "" };
    const news = { kind: "co-author-added", subject: { kind: "contribution", id }, details, waits: true } as const;
    if (person) await tell(trx, [person.id], news, now);
  });
}
