import type { Db } from "~db/client.server";
import { type Experience, getExperience, getExperienceVersion, pickFields } from "./experience-page-queries.server";
import { type PracticePage, practiceFields } from "./practice";

/** A published practice as it is now. */
export const getPractice = async (db: Db, id: string) => toPractice(await getExperience(db, "practice", id));

export const getPracticeVersion = async (db: Db, id: string, number: number) =>
  toPractice(await getExperienceVersion(db, "practice", id, number));

const toPractice = (experience: Experience | undefined): PracticePage | undefined =>
  experience && {
    ...experience.page,
    depth: experience.fields.depth === "full" ? "full" : "snapshot",
    fields: pickFields(experience.fields, practiceFields),
  };
