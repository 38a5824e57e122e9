import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { Contribution, FieldValues } from "./contribution";
import type { FieldName } from "./contribution-fields";
import { canEdit } from "./contribution-policy";
import { getContribution } from "./contribution-queries.server";
import { writeField } from "./save-fields.server";

/** Someone has saved other texts in these fields since `revision`; nothing was written. */
export class SavedMeanwhile extends Error {
  override name = "SavedMeanwhile";
  constructor(
    readonly fields: FieldName[],
    readonly revision: number,
  ) {
    super(`Saved meanwhile: ${fields.join(", ")}`);
  }
}

/**
 * Changes fields of a draft, all of them or none. `revision` is that of the draft as the sender knows it: what others have saved
 * in these fields since is not overwritten.
 * @throws SavedMeanwhile, Response
 */
export async function changeDraft(
  db: Db,
  actor: Actor,
  id: string,
  { revision: known, values }: { revision: number; values: FieldValues },
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const draft = await getContribution(trx, id);
    if (!actor || !draft || !canEdit(actor, draft)) throw forbidden();
    const changes = changed(draft, values);
    const newer = changes.filter(([field]) => (draft.fields[field]?.revision ?? 0) > known);
    if (newer.length > 0 || known > draft.revision) {
      const names = newer.map(([field]) => field);
      throw new SavedMeanwhile(names, draft.revision);
    }
    let { revision } = draft;
    for (const [field, value] of changes) {
      revision++;
      const savedAt = now.toISOString();
      await writeField(trx, id, { field, value, revision, savedBy: actor.person.id, savedAt });
    }
  });
}

const changed = ({ fields }: Contribution, values: FieldValues): [FieldName, string][] =>
  (Object.entries(values) as [FieldName, string][]).filter(([field, value]) => value !== (fields[field]?.value ?? ""));
