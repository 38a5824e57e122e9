import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { SafeHtml } from "~/domain/text/safe-html";
import type { Db } from "~db/client.server";
import type { Contribution, StoredField } from "./contribution";
import type { FieldName } from "./contribution-fields";
import { canEdit } from "./contribution-policy";
import { getChange, getContribution } from "./contribution-queries.server";

export interface FieldChange {
  field: FieldName;
  value: string;
  /** The revision of the field on which the person built; 0: it was never saved. */
  base: number;
  /** A text, rendered. */
  html?: SafeHtml;
}

export type SaveOutcome = { field: FieldName } & (
  | { outcome: "saved"; revision: number }
  /** There was nothing to save: it stands as it was sent, or only others have changed it since. */
  | { outcome: "current"; revision: number; value: string }
  /** Others saved another text meanwhile. Nothing was overwritten; both stand here, and whoever saves next decides. */
  | { outcome: "conflict"; value: string; stored: StoredField }
);

/**
 * Saves fields, each by itself: one in conflict keeps none of the others back. In one transaction, so that a text that was
 * acknowledged is in the history, and what stands is the last one of it.
 * @throws Response
 */
export async function saveFields(
  db: Db,
  actor: Actor,
  id: string,
  changes: readonly FieldChange[],
  now: Date,
): Promise<SaveOutcome[]> {
  return db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!actor || !contribution || !canEdit(actor, contribution)) throw forbidden();
    const outcomes: SaveOutcome[] = [];
    let { revision } = contribution;
    for (const change of changes) {
      const standing = await compare(trx, contribution, change);
      if (standing) outcomes.push(standing);
      else {
        revision++;
        await writeField(trx, id, { ...change, revision, savedBy: actor.person.id, savedAt: now.toISOString() });
        outcomes.push({ field: change.field, outcome: "saved", revision });
      }
    }
    return outcomes;
  });
}

/** Why a change is not to be written, or undefined. */
async function compare(
  db: Db,
  { id, fields }: Contribution,
  { field, value, base }: FieldChange,
): Promise<SaveOutcome | undefined> {
  const stored = fields[field];
  const revision = stored?.revision ?? 0;
  if (value === (stored?.value ?? "")) return { field, outcome: "current", revision, value };
  if (base === revision || !stored) return undefined;
  const built = await getChange(db, id, base);
  const valueThen = built?.field === field ? built.value : "";
  // A form sends all its fields: those that the person left as they were are none of their changes.
  if (value === valueThen) return { field, outcome: "current", revision, value: stored.value };
  return { field, outcome: "conflict", value, stored };
}

export interface WrittenField extends Omit<FieldChange, "base"> {
  revision: number;
  savedBy: string;
  savedAt: string;
}

export async function writeField(
  db: Db,
  id: string,
  { field, value, html = undefined, revision, savedBy, savedAt }: WrittenField,
): Promise<void> {
  const row = { contribution_id: id, field, value, revision, saved_by: savedBy, saved_at: savedAt };
  const stands = { value, html: html ?? null, revision, saved_by: savedBy, saved_at: savedAt };
  await db.insertInto("contribution_change").values(row).execute();
  await db
    .insertInto("contribution_field")
    .values({ ...row, ...stands })
    .onConflict((on) => on.columns(["contribution_id", "field"]).doUpdateSet(stands))
    .execute();
  // The policy and the lists ask for these two without reading the fields.
  const mirrored = field === "city" ? { city_id: value || null } : field === "language" ? { language: value } : {};
  await db
    .updateTable("contribution")
    .set({ revision, updated_at: savedAt, ...mirrored })
    .where("id", "=", id)
    .execute();
}
