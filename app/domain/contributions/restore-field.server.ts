import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { isFieldName } from "./contribution-fields";
import { getChange } from "./contribution-queries.server";
import { type SaveOutcome, saveFields } from "./save-fields.server";

/**
 * Gives a field the value that it had at a revision, as a new change: what stood there stays in the history. `base` is the revision
 * that the person saw standing.
 * @throws Response when there is no such revision, or the person may not write.
 */
export async function restoreField(
  db: Db,
  actor: Actor,
  id: string,
  { revision, base }: { revision: number; base: number },
  now: Date,
): Promise<SaveOutcome | undefined> {
  const change = await getChange(db, id, revision);
  if (!change || !isFieldName(change.field)) throw forbidden();
  const [outcome] = await saveFields(db, actor, id, [{ field: change.field, value: change.value, base }], now);
  return outcome;
}
