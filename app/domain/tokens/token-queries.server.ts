import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { hashSecret } from "~/domain/people/secret.server";
import type { Db } from "~db/client.server";
import type { TokenLine, TokenScope } from "./token";

const columns = [
  "id",
  "name",
  "scopes",
  "created_at as createdAt",
  "expires_at as expiresAt",
  "last_used_at as lastUsedAt",
] as const;

/** A person's tokens, the newest first; those that have ended too, until they are revoked. */
export async function listTokens(db: Db, personId: string): Promise<TokenLine[]> {
  const rows = await db
    .selectFrom("api_token")
    .where("person_id", "=", personId)
    .orderBy("created_at", "desc")
    .select(columns)
    .execute();
  return rows.map(({ scopes, ...row }) => ({ ...row, scopes: JSON.parse(scopes) as TokenScope[] }));
}

/** Ends all tokens of a person, in the transaction of what makes them doubtful. */
export async function revokeTokens(trx: Db, doer: Doer, personId: string): Promise<void> {
  const revoked = await trx.deleteFrom("api_token").where("person_id", "=", personId).returning("id").execute();
  for (const { id } of revoked)
    await recordEvent(trx, doer, { action: "revoke-token", subject: { kind: "token", id } });
}

export interface KnownToken extends TokenLine {
  person: { id: string; administrator: boolean };
}

/** Whose a token is, unless it has ended. */
export async function findToken(db: Db, secret: string, now: Date): Promise<KnownToken | undefined> {
  const row = await db
    .selectFrom("api_token")
    .innerJoin("person", "person.id", "api_token.person_id")
    .where("api_token.token_hash", "=", hashSecret(secret))
    .where("api_token.expires_at", ">", now.toISOString())
    .select(["api_token.id", "api_token.name", "api_token.scopes", "api_token.created_at as createdAt"])
    .select(["api_token.expires_at as expiresAt", "api_token.last_used_at as lastUsedAt"])
    .select(["person.id as personId", "person.administrator"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { personId, administrator, scopes, ...token } = row;
  return {
    ...token,
    scopes: JSON.parse(scopes) as TokenScope[],
    person: { id: personId, administrator: administrator === 1 },
  };
}
