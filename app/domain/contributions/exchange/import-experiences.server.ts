import { randomUUID } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import { fieldsOf, ruleOf } from "../contribution-fields";
import { canSubmitTo } from "../contribution-policy";
import type { Progress } from "./check-experiences.server";
import type { JudgedExperience } from "./judge-experiences";

interface Import {
  kind: ContributionKind;
  experiences: readonly JudgedExperience[];
  /** Null: the drafts belong to no network yet. */
  networkId: string | null;
}

/** So many are written at once: SQLite takes 32,766 values in a statement. */
const batch = 40;

/**
 * Makes drafts of practices or case studies that were checked, all of them or none. They belong to the person, and to a network
 * where one is named.
 * @returns their ids @throws Response
 */
export async function importExperiences(
  db: Db,
  doer: Doer,
  { kind, experiences, networkId }: Import,
  progress: Progress = () => {},
): Promise<string[]> {
  const { actor } = doer;
  if (!actor || (networkId !== null && !canSubmitTo(actor, networkId))) throw forbidden();
  const at = doer.at.toISOString();
  return db.transaction().execute(async (trx) => {
    const ids: string[] = [];
    for (let begun = 0; begun < experiences.length; begun += batch) {
      const part = experiences
        .slice(begun, begun + batch)
        .map((values) => ({ id: randomUUID(), values: filled(kind, values) }));
      await trx
        .insertInto("contribution")
        .values(
          part.map(({ id, values }) => ({
            id,
            kind,
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
      progress(ids.length, experiences.length);
      // Others are answered meanwhile, who asks how far it is among them.
      await turn();
    }
    await recordEvent(trx, doer, {
      action: "import-drafts",
      subject: { kind: "person", id: actor.person.id },
      details: { kind, drafts: ids.length, network: networkId },
    });
    return ids;
  });
}

/** As a draft begins: choices that the file says nothing of are those of a new draft. */
function filled(kind: ContributionKind, given: JudgedExperience): JudgedExperience {
  return Object.fromEntries(
    fieldsOf(kind).flatMap((field) => {
      const rule = ruleOf(field);
      const value = given[field] ?? (rule.kind === "choice" ? rule.initial : undefined);
      return value === undefined || value === "" ? [] : [[field, value]];
    }),
  );
}
