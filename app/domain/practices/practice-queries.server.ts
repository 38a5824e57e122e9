import type { Db } from "~db/client.server";
import { getExperience } from "./experience-queries.server";
import { type PracticePage, practiceFields } from "./practice";

export async function getPractice(db: Db, id: string): Promise<PracticePage | undefined> {
  const experience = await getExperience(db, "practice", id);
  const row = await db
    .selectFrom("practice")
    .where("id", "=", id)
    .select([...practiceFields, "depth"])
    .executeTakeFirst();
  if (!experience || !row) return undefined;
  const { depth, ...fields } = row;
  return { ...experience, depth, fields };
}
