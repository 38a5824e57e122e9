import type { Db } from "~db/client.server";
import type { Author, Change, Contribution, CreditRole, DisputedPoint, FactCheck, StoredField } from "./contribution";
import { type FieldName, isFieldName } from "./contribution-fields";

/** A contribution with all that the policy and its pages ask of it. */
export async function getContribution(db: Db, id: string): Promise<Contribution | undefined> {
  const row = await db.selectFrom("contribution").where("id", "=", id).selectAll().executeTakeFirst();
  if (!row) return undefined;
  const [authors, fields, factCheck] = await Promise.all([
    listAuthors(db, id),
    listFields(db, id, 0),
    getFactCheck(db, id),
  ]);
  return {
    id,
    kind: row.kind,
    status: row.status,
    networkId: row.network_id,
    cityId: row.city_id,
    revision: row.revision,
    updatedAt: row.updated_at,
    submittedAt: row.submitted_at,
    authors,
    factCheck,
    fields: Object.fromEntries(fields.map(({ field, ...stored }) => [field, stored])),
  };
}

async function listAuthors(db: Db, id: string): Promise<Author[]> {
  const rows = await db
    .selectFrom("contribution_author as author")
    .leftJoin("person", "person.id", "author.person_id")
    .where("author.contribution_id", "=", id)
    .orderBy("author.position")
    .select(["author.position", "author.person_id", "author.name", "author.roles", "person.name as person_name"])
    .execute();
  return rows.map((row) => ({
    position: row.position,
    personId: row.person_id,
    name: row.name ?? row.person_name ?? "",
    roles: JSON.parse(row.roles) as CreditRole[],
  }));
}

/** The fields that were saved after a revision, as they stand now. */
export async function listFields(db: Db, id: string, after: number): Promise<(StoredField & { field: FieldName })[]> {
  const rows = await db
    .selectFrom("contribution_field as field")
    .leftJoin("person", "person.id", "field.saved_by")
    .where("field.contribution_id", "=", id)
    .where("field.revision", ">", after)
    .orderBy("field.revision")
    .select(["field.field", "field.value", "field.revision", "field.saved_at as savedAt"])
    .select(["field.saved_by as savedById", "person.name as savedBy"])
    .execute();
  return rows.flatMap(({ field, ...stored }) => (isFieldName(field) ? [{ field, ...stored }] : []));
}

async function getFactCheck(db: Db, id: string): Promise<FactCheck | null> {
  const row = await db
    .selectFrom("fact_check")
    .leftJoin("person", "person.id", "fact_check.answered_by")
    .where("contribution_id", "=", id)
    .orderBy("asked_at", "desc")
    .select(["asked_at", "answer", "disputed_points", "answered_at", "person.name as answered_by"])
    .executeTakeFirst();
  if (!row) return null;
  return {
    askedAt: row.asked_at,
    answer: row.answer,
    disputedPoints: JSON.parse(row.disputed_points ?? "[]") as DisputedPoint[],
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
  };
}

/** Everything that was ever saved, the latest first. */
export async function listChanges(db: Db, id: string): Promise<Change[]> {
  const rows = await db
    .selectFrom("contribution_change as change")
    .leftJoin("person", "person.id", "change.saved_by")
    .where("change.contribution_id", "=", id)
    .orderBy("change.revision", "desc")
    .select(["change.field", "change.value", "change.revision", "change.saved_at as savedAt"])
    .select(["change.saved_by as savedById", "person.name as savedBy"])
    .execute();
  return rows.flatMap(({ field, ...stored }) => (isFieldName(field) ? [{ field, ...stored }] : []));
}

/** The value that a field had at one of its own revisions; undefined when it has none such. Before the first, it was empty. */
export async function getChange(
  db: Db,
  id: string,
  revision: number,
): Promise<{ field: string; value: string } | undefined> {
  return db
    .selectFrom("contribution_change")
    .where("contribution_id", "=", id)
    .where("revision", "=", revision)
    .select(["field", "value"])
    .executeTakeFirst();
}
