import type { Db } from "~db/client.server";
import { type Criterion, defaultRubric, type Rubric } from "./rubric";

/** The rubric by which a round that opens now is reviewed. */
export async function getRubric(db: Db, networkId: string): Promise<Rubric> {
  const row = await db
    .selectFrom("rubric")
    .where("network_id", "=", networkId)
    .orderBy("version", "desc")
    .selectAll()
    .executeTakeFirst();
  return row
    ? { version: row.version, language: row.language, criteria: JSON.parse(row.criteria) as Criterion[] }
    : defaultRubric;
}

/** The rubric of a round that opened by it. */
export async function getRubricVersion(db: Db, networkId: string, version: number): Promise<Rubric> {
  const row = await db
    .selectFrom("rubric")
    .where("network_id", "=", networkId)
    .where("version", "=", version)
    .selectAll()
    .executeTakeFirst();
  return row ? { version, language: row.language, criteria: JSON.parse(row.criteria) as Criterion[] } : defaultRubric;
}
