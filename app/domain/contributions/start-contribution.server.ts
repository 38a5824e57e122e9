import { randomUUID } from "node:crypto";
import { getOpenCall } from "~/domain/calls/call-queries.server";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import { type FieldName, fieldsOf, ruleOf } from "./contribution-fields";
import { saveFields } from "./save-fields.server";

/** Begins a draft with its title; in answer to a call, with what that looks for already linked. @returns its id, which nobody can guess. @throws Response for who has no account */
export async function startContribution(
  db: Db,
  actor: Actor,
  {
    kind,
    title,
    language,
    call = null,
  }: { kind: ContributionKind; title: string; language: string; call?: string | null },
  now: Date,
): Promise<string> {
  if (!actor) throw forbidden();
  const id = randomUUID();
  const at = now.toISOString();
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("contribution")
      .values({ id, kind, status: "draft", language, revision: 0, created_at: at, updated_at: at })
      .execute();
    await trx
      .insertInto("contribution_author")
      .values({ contribution_id: id, position: 1, person_id: actor.person.id, name: null, roles: "[]" })
      .execute();
    if (call !== null) await answerCall(trx, id, call, now);
  });
  const given: Partial<Record<FieldName, string>> = { title, language };
  const changes = fieldsOf(kind).flatMap((field) => {
    const rule = ruleOf(field);
    const value = given[field] ?? (rule.kind === "choice" ? rule.initial : undefined);
    return value === undefined ? [] : [{ field, value, base: 0 }];
  });
  await saveFields(db, actor, id, changes, now);
  return id;
}

/** A call that was closed meanwhile leaves a contribution like any other. */
async function answerCall(trx: Db, contributionId: string, callId: string, now: Date): Promise<void> {
  const call = await getOpenCall(trx, callId, now);
  if (!call) return;
  await trx.insertInto("call_answer").values({ contribution_id: contributionId, call_id: call.id }).execute();
  const links = [
    ...(call.recommendation ? [{ to_id: call.recommendation.id, type: "implements" as const }] : []),
    ...(call.tool ? [{ to_id: call.tool.id, type: "uses" as const }] : []),
  ].map((link) => ({ ...link, contribution_id: contributionId, evidence: "claimed" as const, note: null }));
  if (links.length > 0) await trx.insertInto("contribution_link").values(links).execute();
}
