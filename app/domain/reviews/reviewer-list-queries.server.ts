import type { Db } from "~db/client.server";

/** Somebody who has reviewed in a year, and agreed to stand in the public list. */
export interface ListedReviewer {
  name: string;
  orcid: string | null;
  /** Of who has a public profile. */
  profileId: string | null;
  reviews: number;
}

/**
 * Where names were to stay hidden, a review counts once its year is over: a name that appears the day after a review would tell
 * whose it was.
 */
const selectListed = (db: Db, now: Date) =>
  db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .innerJoin("person", "person.id", "assignment.person_id")
    .where("assignment.state", "in", ["submitted", "thanked"])
    .where("assignment.listed", "=", 1)
    .where((where) =>
      where.or([
        where("round.anonymity", "=", "open"),
        where("assignment.submitted_at", "<", `${now.getUTCFullYear()}-`),
      ]),
    );

/** The years of the public list, the latest first. */
export async function listReviewerYears(db: Db, now: Date): Promise<number[]> {
  const rows = await selectListed(db, now).select("assignment.submitted_at").execute();
  return [...new Set(rows.map(({ submitted_at }) => Number(submitted_at?.slice(0, 4))))].sort((a, b) => b - a);
}

/** How many reviews of each year somebody is listed with, the latest first. */
export async function listYearsOf(db: Db, personId: string, now: Date): Promise<{ year: number; reviews: number }[]> {
  const rows = await selectListed(db, now)
    .where("person.id", "=", personId)
    .select("assignment.submitted_at")
    .orderBy("assignment.submitted_at", "desc")
    .execute();
  const years = rows.map(({ submitted_at }) => Number(submitted_at?.slice(0, 4)));
  return [...new Set(years)].map((year) => ({ year, reviews: years.filter((one) => one === year).length }));
}

/** Who reviewed in a year, by name; not what. */
export async function listReviewersOfYear(db: Db, year: number, now: Date): Promise<ListedReviewer[]> {
  const rows = await selectListed(db, now)
    .where("assignment.submitted_at", ">=", `${year}-`)
    .where("assignment.submitted_at", "<", `${year + 1}-`)
    .groupBy("person.id")
    .orderBy("person.name")
    .select(["person.id", "person.name", "person.orcid", "person.listed"])
    .select(({ fn }) => fn.countAll<number>().as("reviews"))
    .execute();
  return rows.map(({ id, name, orcid, listed, reviews }) => ({
    name,
    orcid,
    reviews,
    profileId: listed === 1 ? id : null,
  }));
}
