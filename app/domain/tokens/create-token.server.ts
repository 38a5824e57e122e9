import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import { addMail } from "~/domain/mail/mail-queries.server";
import { hashSecret, newSecret } from "~/domain/people/secret.server";
import type { Db } from "~db/client.server";
import { mostTokens, type NewToken, tokenBeginning } from "./token";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Makes a token and tells its owner by mail, so that nobody makes one behind their back.
 * @returns its secret, which is never shown again; null when there are too many @throws Response
 */
export async function createToken(db: Db, doer: Doer, { name, scopes, days }: NewToken): Promise<string | null> {
  const { actor, at } = doer;
  if (!actor) throw forbidden();
  const secret = tokenBeginning + newSecret();
  return db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .where("id", "=", actor.person.id)
      .select(["id", "name", "email", "language"])
      .executeTakeFirstOrThrow();
    const { count } = await trx
      .selectFrom("api_token")
      .where("person_id", "=", person.id)
      .select((select) => select.fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    if (count >= mostTokens) return null;
    const id = randomUUID();
    await trx
      .insertInto("api_token")
      .values({
        id,
        person_id: person.id,
        name,
        token_hash: hashSecret(secret),
        scopes: JSON.stringify(scopes),
        created_at: at.toISOString(),
        expires_at: new Date(at.getTime() + days * dayMs).toISOString(),
      })
      .execute();
    await recordEvent(trx, doer, {
      action: "create-token",
      subject: { kind: "token", id },
      details: { scopes: scopes.join(" "), days },
    });
    const values = { name: person.name, token: name };
    const mail = { to: person.email, personId: person.id, language: person.language };
    await addMail(trx, { ...mail, name: "tokenMade", values }, at);
    return secret;
  });
}
