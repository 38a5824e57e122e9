import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { isFieldName } from "./contribution-fields";
import { getChange } from "./contribution-queries.server";
import { type SaveOutcome, saveFields } from "./save-fields.server";

/**
 * Gives a field the value that it had at a revision (0: before the first), as a new change: what stood there stays in the history. `base` is the revision
 * that the person saw standing.
 * @throws Response when there is no such revision, or the person may not write.
 */
export async function restoreField(
  db: Db,
  actor: Actor,
  id: string,
  { field, revision, base }: { field: string; revision: number; base: number },
  now: Date,
): Promise<SaveOutcome | undefined> {
  const change = revision === 0 ? { field, value: "" } : await getChange(db, id, revision);
  if (!isFieldName(field) || change?.field !== field) throw forbidden();
  const [outcome] = await saveFields(db, actor, id, [{ field, value: change.value, base }], now);
  return outcome;
}
