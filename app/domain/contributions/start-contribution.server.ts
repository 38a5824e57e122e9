import { randomUUID } from "node:crypto";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import { type FieldName, fieldsOf, ruleOf } from "./contribution-fields";
import { saveFields } from "./save-fields.server";

/** Begins a draft with its title. @returns its id, which nobody can guess. @throws Response for who has no account */
export async function startContribution(
  db: Db,
  actor: Actor,
  { kind, title, language }: { kind: ContributionKind; title: string; language: string },
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
