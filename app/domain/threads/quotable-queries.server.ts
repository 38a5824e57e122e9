import { valuesOf } from "~/domain/contributions/contribution";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { getProvision, listParts } from "~/domain/documents/provision-queries.server";
import { getExperience } from "~/domain/practices/experience-page-queries.server";
import { readValuesAt } from "~/domain/reviews/read-text-queries.server";
import { getLatestRound } from "~/domain/reviews/review-queries.server";
import { namingFields } from "~/domain/reviews/who-sees-whom";
import type { Db } from "~db/client.server";
import type { ThreadSide } from "~db/schema/thread";
import type { PlaceRef } from "./thread";

type Texts = [name: string, text: string][];

const textsOf = (values: Record<string, unknown>): Texts =>
  Object.entries(values).flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : []));

/** The texts of a place, by their field or eId, that somebody on this side may read and quote. */
export async function listQuotable(db: Db, { kind, id }: PlaceRef, side: ThreadSide | null): Promise<Texts> {
  if (kind === "submission") return listOfSubmission(db, id, side);
  const [slug = "", eid] = id.split("/");
  return eid === undefined ? listOfExperience(db, id) : listOfProvision(db, slug, eid);
}

async function listOfExperience(db: Db, id: string): Promise<Texts> {
  const experience = (await getExperience(db, "practice", id)) ?? (await getExperience(db, "case-study", id));
  if (!experience) return [];
  const { title, summary } = experience.page;
  return textsOf({ ...experience.fields, title, pitch: summary });
}

async function listOfProvision(db: Db, slug: string, eid: string): Promise<Texts> {
  const provision = await getProvision(db, slug, eid);
  if (!provision) return [];
  const whole = [provision.heading, provision.text].filter(Boolean).join("\n");
  const parts = await listParts(db, slug, eid);
  return textsOf({ [eid]: whole, ...Object.fromEntries(parts.map((part) => [part.eid, part.text])) });
}

/** Reviewers quote what was given to them; a field that names persons may be quoted by nobody. */
async function listOfSubmission(db: Db, id: string, side: ThreadSide | null): Promise<Texts> {
  const contribution = await getContribution(db, id);
  if (!contribution) return [];
  const round = side === "reviewer" ? await getLatestRound(db, id) : undefined;
  const values = round ? await readValuesAt(db, id, round.revision) : valuesOf(contribution);
  return textsOf(values).filter(([name]) => !namingFields.includes(name));
}
