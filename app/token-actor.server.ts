import type { AppLoadContext } from "@remix-run/node";
import { ApiProblem } from "~/domain/api/api-problem";
import { listRoles } from "~/domain/memberships/role-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { rememberUse } from "~/domain/tokens/remember-use.server";
import type { TokenScope } from "~/domain/tokens/token";
import { findToken } from "~/domain/tokens/token-queries.server";

/**
 * Who asks the API with a personal token; its cookies are never looked at, so that no other site's page can ask in a reader's name.
 * @throws ApiProblem 401, 403 or 429
 */
export async function requireTokenActor(
  { services, address }: AppLoadContext,
  request: Request,
  scope: TokenScope,
): Promise<NonNullable<Actor>> {
  const { db, readDb, now, tokenLimits } = services;
  const [, secret] = /^Bearer +([\w~+/.-]{1,200}=*)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  const challenge = { "WWW-Authenticate": 'Bearer realm="Polylogue"' };
  if (!secret) throw new ApiProblem(401, "Send a personal token: Authorization: Bearer …", undefined, challenge);
  const token = await findToken(readDb, secret, now());
  if (!token) {
    tooOften(await tokenLimits.miss(address));
    const invalid = { "WWW-Authenticate": 'Bearer realm="Polylogue", error="invalid_token"' };
    throw new ApiProblem(401, "This token is not known, has ended or was revoked.", undefined, invalid);
  }
  tooOften(await tokenLimits.ask(token.id));
  if (!token.scopes.includes(scope)) {
    const wider = { "WWW-Authenticate": `Bearer realm="Polylogue", error="insufficient_scope", scope="${scope}"` };
    throw new ApiProblem(403, `This token may not do that: it needs the scope ${scope}.`, undefined, wider);
  }
  await rememberUse(db, token, now());
  const { id, administrator } = token.person;
  return { person: { id }, administrator, ...(await listRoles(readDb, id)) };
}

function tooOften(seconds: number): void {
  if (seconds === 0) return;
  throw new ApiProblem(429, `Too many requests. Wait ${seconds} seconds.`, undefined, {
    "Retry-After": String(seconds),
  });
}
