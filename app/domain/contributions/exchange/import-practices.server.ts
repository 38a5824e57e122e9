import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { ruleOf } from "../contribution-fields";
import { canSubmitTo } from "../contribution-policy";
import type { JudgedPractice } from "./judge-practices";
import { practiceFields } from "./practice-columns";

/** So many practices are written at once: SQLite takes 32,766 values in a statement. */
const batch = 40;

/**
 * Makes drafts of practices that were checked, all of them or none. They belong to the person, and to a network where one is named.
 * @returns their ids @throws Response
 */
export async function importPractices(
  db: Db,
  doer: Doer,
  practices: readonly JudgedPractice[],
  networkId: string | null = null,
  progress: (done: number, total: number) => void = () => {},
): Promise<string[]> {
  const { actor } = doer;
  if (!actor || (networkId !== null && !canSubmitTo(actor, networkId))) throw forbidden();
  const at = doer.at.toISOString();
  return db.transaction().execute(async (trx) => {
    const ids: string[] = [];
    for (let begun = 0; begun < practices.length; begun += batch) {
      const part = practices
        .slice(begun, begun + batch)
        .map((values) => ({ id: randomUUID(), values: filled(values) }));
      await trx
        .insertInto("contribution")
        .values(
          part.map(({ id, values }) => ({
            id,
            kind: "practice" as const,
            status: "draft" as const,
            network_id: networkId,
            city_id: values.city || null,
            language: values.language || "en",
            revision: Object.keys(values).length,
            created_at: at,
            updated_at: at,
          })),
        )
        .execute();
      const author = { position: 1, person_id: actor.person.id, name: null, roles: "[]" };
      await trx
        .insertInto("contribution_author")
        .values(part.map(({ id }) => ({ contribution_id: id, ...author })))
        .execute();
      const fields = part.flatMap(({ id, values }) =>
        Object.entries(values).map(([field, value], place) => ({
          contribution_id: id,
          field,
          value,
          revision: place + 1,
          saved_by: actor.person.id,
          saved_at: at,
        })),
      );
      await trx.insertInto("contribution_field").values(fields).execute();
      await trx.insertInto("contribution_change").values(fields).execute();
      ids.push(...part.map(({ id }) => id));
      progress(ids.length, practices.length);
    }
    await recordEvent(trx, doer, {
      action: "import-practices",
      subject: { kind: "person", id: actor.person.id },
      details: { practices: ids.length, network: networkId },
    });
    return ids;
  });
}

/** As a draft begins: choices that the file says nothing of are those of a new draft. */
function filled(practice: JudgedPractice): JudgedPractice {
  return Object.fromEntries(
    practiceFields.flatMap((field) => {
      const rule = ruleOf(field);
      const value = practice[field] ?? (rule.kind === "choice" ? rule.initial : undefined);
      return value === undefined || value === "" ? [] : [[field, value]];
    }),
  );
}
