import {
  type Experience,
  getExperience,
  getExperienceVersion,
  pickFields,
} from "~/domain/practices/experience-page-queries.server";
import type { Db } from "~db/client.server";
import type { CaseStudyTable } from "~db/schema/practice";
import { type CaseStudyPage, caseStudyFields } from "./case-study";

/** A published case study as it is now. */
export const getCaseStudy = async (db: Db, id: string) => toCaseStudy(await getExperience(db, "case-study", id));

export const getCaseStudyVersion = async (db: Db, id: string, number: number) =>
  toCaseStudy(await getExperienceVersion(db, "case-study", id, number));

const toCaseStudy = (experience: Experience | undefined): CaseStudyPage | undefined =>
  experience && {
    ...experience.page,
    factCheck: experience.fields.fact_check as CaseStudyTable["fact_check"],
    fields: pickFields(experience.fields, caseStudyFields),
  };
