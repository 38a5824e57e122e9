import { randomUUID } from "node:crypto";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import type { FieldValues } from "./contribution";
import { fieldsOf, ruleOf } from "./contribution-fields";
import { writeField } from "./save-fields.server";

interface GivenDraft {
  /** Left out: a new one, which nobody can guess. */
  id?: string;
  kind: ContributionKind;
  values: FieldValues;
}

/** Makes a draft with all its fields at once. @returns its id, which nobody can guess @throws Response for who has no account */
export const writeDraft = (db: Db, actor: Actor, given: GivenDraft, now: Date): Promise<string> =>
  db.transaction().execute((trx) => addDraft(trx, actor, given, now));

/** The same, in a transaction that does more. */
export async function addDraft(
  trx: Db,
  actor: Actor,
  { id = randomUUID(), kind, values }: GivenDraft,
  now: Date,
): Promise<string> {
  if (!actor) throw forbidden();
  const at = now.toISOString();
  const language = values.language || "en";
  const row = { id, kind, status: "draft", language, revision: 0, created_at: at, updated_at: at } as const;
  await trx.insertInto("contribution").values(row).execute();
  await trx
    .insertInto("contribution_author")
    .values({ contribution_id: id, position: 1, person_id: actor.person.id, name: null, roles: "[]" })
    .execute();
  let revision = 0;
  for (const field of fieldsOf(kind)) {
    const rule = ruleOf(field);
    const value = values[field] ?? (rule.kind === "choice" ? rule.initial : undefined);
    if (!value) continue;
    await writeField(trx, id, { field, value, revision: ++revision, savedBy: actor.person.id, savedAt: at });
  }
  return id;
}
