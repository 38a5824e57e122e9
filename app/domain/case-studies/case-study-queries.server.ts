import { getExperience } from "~/domain/practices/experience-queries.server";
import type { Db } from "~db/client.server";
import { type CaseStudyPage, caseStudyFields } from "./case-study";

export async function getCaseStudy(db: Db, id: string): Promise<CaseStudyPage | undefined> {
  const experience = await getExperience(db, "case_study", id);
  const row = await db
    .selectFrom("case_study")
    .where("id", "=", id)
    .select([...caseStudyFields, "fact_check"])
    .executeTakeFirst();
  if (!experience || !row) return undefined;
  const { fact_check, ...fields } = row;
  return { ...experience, factCheck: fact_check, fields };
}
