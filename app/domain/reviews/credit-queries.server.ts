import type { EntryReference } from "~/domain/links/link";
import { getReferences } from "~/domain/links/link-queries.server";
import type { Db } from "~db/client.server";

/** A reviewer who may be named for what they reviewed. */
export interface CreditedReviewer {
  personId: string;
  name: string;
  orcid: string | null;
}

/** Where names were promised to be hidden nobody is named, whatever they ticked; else who wanted to sign, where the authors agreed. */
const selectNamed = (db: Db) =>
  db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .innerJoin("review_agreement as agreement", "agreement.contribution_id", "round.contribution_id")
    .innerJoin("person", "person.id", "assignment.person_id")
    .where("round.anonymity", "=", "open")
    .where("agreement.publishes", "=", 1)
    .where("assignment.state", "in", ["submitted", "thanked"])
    .where("assignment.signs", "=", 1);

/** Those who are named with contributions as their reviewers, by name. */
export const listCreditedReviewers = (
  db: Db,
  contributionIds: readonly string[],
): Promise<(CreditedReviewer & { contributionId: string })[]> =>
  selectNamed(db)
    .where("round.contribution_id", "in", contributionIds)
    .select(["round.contribution_id as contributionId", "person.id as personId", "person.name", "person.orcid"])
    .distinct()
    .orderBy("person.name")
    .execute();

/** Those who are named with one. */
export async function creditedReviewers(db: Db, contributionId: string): Promise<CreditedReviewer[]> {
  const reviewers = await listCreditedReviewers(db, [contributionId]);
  return reviewers.map(({ contributionId: _, ...reviewer }) => reviewer);
}

/** The publications with which somebody is named as a reviewer. */
export async function listReviewedBy(db: Db, personId: string): Promise<EntryReference[]> {
  const rows = await selectNamed(db)
    .innerJoin("contribution", "contribution.id", "round.contribution_id")
    .where("person.id", "=", personId)
    .where("contribution.status", "in", ["published", "superseded"])
    .select("contribution.entry_id")
    .distinct()
    .execute();
  const ids = rows.flatMap(({ entry_id }) => (entry_id === null ? [] : [entry_id]));
  return ids.length === 0 ? [] : getReferences(db, ids);
}
