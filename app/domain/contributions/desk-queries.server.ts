import { countLinks } from "~/domain/links/contribution-link";
import { listLinksOfDrafts } from "~/domain/links/contribution-link-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import { judgeCompleteness } from "./completeness";
import type { FieldValues } from "./contribution";
import { isFieldName } from "./contribution-fields";
import type { Desk, DeskLine } from "./desk";

export async function getDesk(db: Db, { person, memberships, cities }: NonNullable<Actor>): Promise<Desk> {
  const coordinated = memberships.flatMap(({ coordinator, networkId }) => (coordinator ? [networkId] : []));
  const ownIds = db.selectFrom("contribution_author").where("person_id", "=", person.id).select("contribution_id");
  const own = await select(db).where("contribution.id", "in", ownIds).execute();
  const submitted = await select(db)
    .where("contribution.status", "=", "submitted")
    .where("contribution.network_id", "in", coordinated)
    .where("contribution.id", "not in", ownIds)
    .execute();
  const asked = await select(db)
    .where("contribution.city_id", "in", cities)
    .where("contribution.id", "not in", ownIds)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("fact_check")
          .whereRef("fact_check.contribution_id", "=", "contribution.id")
          .where("fact_check.answer", "is", null)
          .select("fact_check.asked_at"),
      ),
    )
    .execute();
  const ids = [...own, ...submitted, ...asked].map(({ id }) => id);
  const values = await readValues(db, ids);
  const checks = await readChecks(db, ids);
  const links = await listLinksOfDrafts(db, ids);
  const toLine = ({ id, kind, status, updated_at, language }: (typeof own)[number]): DeskLine => {
    const fields = values.get(id) ?? {};
    const { percent } = judgeCompleteness(kind, fields, countLinks(links.get(id) ?? []));
    const factCheck = checks.get(id) ?? null;
    return { id, kind, status, updatedAt: updated_at, title: fields.title ?? "", language, percent, factCheck };
  };
  return {
    own: own.map(toLine),
    toCheck: asked.map(toLine),
    submitted: submitted.map(toLine),
    networks: await listNetworkNames(
      db,
      memberships.map(({ networkId }) => networkId),
    ),
  };
}

const select = (db: Db) =>
  db
    .selectFrom("contribution")
    .orderBy("contribution.updated_at", "desc")
    .select(["contribution.id", "contribution.kind", "contribution.status", "contribution.updated_at"])
    .select("contribution.language");

async function readValues(db: Db, ids: string[]): Promise<Map<string, FieldValues>> {
  const rows = await db
    .selectFrom("contribution_field")
    .where("contribution_id", "in", ids)
    .select(["contribution_id", "field", "value"])
    .execute();
  const values = new Map<string, FieldValues>();
  for (const { contribution_id: id, field, value } of rows)
    if (isFieldName(field)) values.set(id, { ...values.get(id), [field]: value });
  return values;
}

async function readChecks(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom("fact_check")
    .where("contribution_id", "in", ids)
    .orderBy("asked_at")
    .select(["contribution_id", "answer"])
    .execute();
  // The latest one of each comes last, and stays.
  return new Map(rows.map(({ contribution_id: id, answer }) => [id, answer ?? ("asked" as const)]));
}

/** Networks by name. */
export async function listNetworkNames(db: Db, ids: string[]): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("entry")
    .where("kind", "=", "network")
    .where("id", "in", ids)
    .orderBy("title")
    .select(["id", "title as name"])
    .execute();
}
