import type { FieldValues } from "~/domain/contributions/contribution";
import { isFieldName } from "~/domain/contributions/contribution-fields";
import type { Db } from "~db/client.server";

/** The fields as they stood when a contribution had this revision: what reviewers of a round read. */
export async function readValuesAt(db: Db, contributionId: string, revision: number): Promise<FieldValues> {
  const rows = await db
    .selectFrom("contribution_change")
    .where("contribution_id", "=", contributionId)
    .where("revision", "<=", revision)
    .orderBy("revision")
    .select(["field", "value"])
    .execute();
  // The latest one of each comes last, and stays.
  return Object.fromEntries(rows.filter(({ field }) => isFieldName(field)).map(({ field, value }) => [field, value]));
}
