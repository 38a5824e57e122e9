import type { Db } from "~db/client.server";
import type { Anonymity } from "~db/schema/membership";

/** A review that somebody sent, as a certificate names it. */
export interface CertifiedReview {
  submittedAt: string;
  network: string;
  /** Null: names were to stay hidden, and the work would tell whose it is. */
  title: string | null;
  anonymity: Anonymity;
}

const selectDone = (db: Db, personId: string) =>
  db
    .selectFrom("review_assignment as assignment")
    .where("assignment.person_id", "=", personId)
    .where("assignment.state", "in", ["submitted", "thanked"])
    .where("assignment.submitted_at", "is not", null);

/** The years in which somebody has reviewed, the latest first. */
export async function listCertificateYears(db: Db, personId: string): Promise<number[]> {
  const rows = await selectDone(db, personId).select("assignment.submitted_at").execute();
  const years = rows.map(({ submitted_at }) => Number(submitted_at?.slice(0, 4)));
  return [...new Set(years)].sort((a, b) => b - a);
}

/** What somebody reviewed in a year. */
export async function listCertifiedReviews(db: Db, personId: string, year: number): Promise<CertifiedReview[]> {
  const rows = await selectDone(db, personId)
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .innerJoin("entry as network", "network.id", "round.network_id")
    .leftJoin("contribution_field as title", (join) =>
      join.onRef("title.contribution_id", "=", "round.contribution_id").on("title.field", "=", "title"),
    )
    .where("assignment.submitted_at", ">=", `${year}-`)
    .where("assignment.submitted_at", "<", `${year + 1}-`)
    .orderBy("assignment.submitted_at")
    .select(["assignment.submitted_at", "network.title as network", "title.value as title", "round.anonymity"])
    .execute();
  return rows.map(({ submitted_at, network, title, anonymity }) => ({
    submittedAt: submitted_at ?? "",
    network,
    title: anonymity === "open" ? title : null,
    anonymity,
  }));
}

/** Who a certificate is for. */
export const getCertified = (
  db: Db,
  personId: string,
): Promise<{ name: string; orcid: string | null; email: string } | undefined> =>
  db.selectFrom("person").where("id", "=", personId).select(["name", "orcid", "email"]).executeTakeFirst();
