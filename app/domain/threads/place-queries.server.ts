import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { entryPath } from "~/domain/links/link";
import { listCoordinators } from "~/domain/memberships/membership-queries.server";
import type { Db } from "~db/client.server";
import type { ContributionStatus } from "~db/schema/contribution";
import { type Anonymity, anonymities } from "~db/schema/membership";
import type { Place, PlaceRef } from "./thread";

const discussed = ["practice", "case-study", "provision"] as const;

/** While somebody still works on it. */
const underWay: readonly ContributionStatus[] = ["submitted", "in-review", "changes-requested", "accepted"];

/** What threads are about; undefined: nothing that anybody could talk about, or nothing any more. */
export const getPlace = (db: Db, { kind, id }: PlaceRef): Promise<Place | undefined> =>
  kind === "entry" ? getEntryPlace(db, id) : getSubmissionPlace(db, id);

/** A practice, case study or provision that is published or archived. */
export async function getEntryPlace(db: Db, id: string): Promise<Place | undefined> {
  const entry = await db
    .selectFrom("entry")
    .leftJoin("retirement", "retirement.entry_id", "entry.id")
    .leftJoin("provision", "provision.id", "entry.id")
    .leftJoin("document", "document.id", "provision.document_id")
    .where("entry.id", "=", id)
    .where("entry.kind", "in", discussed)
    .select(["entry.id", "entry.kind", "entry.title", "entry.language", "entry.published_at"])
    .select(["retirement.state", "provision.current", "document.short_title"])
    .executeTakeFirst();
  if (!entry || (entry.published_at === null && entry.state !== "archived")) return undefined;
  const origin = await db
    .selectFrom("contribution")
    .where("entry_id", "=", id)
    .where("network_id", "is not", null)
    .orderBy("submitted_at", "desc")
    .select("network_id")
    .executeTakeFirst();
  const authors = await db
    .selectFrom("version_credit as credit")
    .where("credit.entry_id", "=", id)
    .where("credit.part", "=", "author")
    .where("credit.person_id", "is not", null)
    .where("credit.number", "=", (eb) =>
      eb.selectFrom("entry_version").where("entry_id", "=", id).select(eb.fn.max<number>("number").as("number")),
    )
    .select("credit.person_id")
    .execute();
  return {
    ...{ kind: "entry", id, language: entry.language },
    title: entry.short_title ? `${entry.title} (${entry.short_title})` : entry.title,
    path: entryPath(entry),
    networkId: origin?.network_id ?? null,
    authorIds: authors.flatMap(({ person_id }) => person_id ?? []),
    reviewerIds: [],
    coordinatorIds: [],
    anonymity: "open",
    open: entry.published_at !== null && entry.current !== 0,
  };
}

/** A contribution, from the moment when it was submitted to a network. */
export async function getSubmissionPlace(db: Db, id: string): Promise<Place | undefined> {
  const contribution = await getContribution(db, id);
  if (!contribution?.networkId) return undefined;
  return {
    ...{ kind: "submission", id, path: `/contributions/${id}` },
    title: contribution.fields.title?.value ?? "",
    language: contribution.fields.language?.value || "en",
    // A draft that was taken back is its authors' alone.
    networkId: contribution.status === "draft" ? null : contribution.networkId,
    authorIds: contribution.authors.flatMap(({ personId }) => personId ?? []),
    reviewerIds: contribution.status === "draft" ? [] : await listReviewerIds(db, id),
    coordinatorIds:
      contribution.status === "draft" ? [] : (await listCoordinators(db, contribution.networkId)).map(({ id }) => id),
    anonymity: await strictestAnonymity(db, id, contribution.networkId),
    open: underWay.includes(contribution.status),
  };
}

/** Who said yes, as long as they belong to the network, or have handed in what they wrote. */
async function listReviewerIds(db: Db, contributionId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .leftJoin("membership", (join) =>
      join
        .onRef("membership.person_id", "=", "assignment.person_id")
        .onRef("membership.network_id", "=", "round.network_id")
        .on("membership.state", "=", "active"),
    )
    .where("round.contribution_id", "=", contributionId)
    .where("assignment.person_id", "is not", null)
    .where((eb) =>
      eb.or([
        eb("assignment.state", "in", ["submitted", "thanked"]),
        eb.and([eb("assignment.state", "=", "accepted"), eb("membership.person_id", "is not", null)]),
      ]),
    )
    .distinct()
    .select("assignment.person_id")
    .execute();
  return rows.flatMap(({ person_id }) => person_id ?? []);
}

/** What was promised in any round stays promised: a thread outlives the round in which it was begun. */
async function strictestAnonymity(db: Db, contributionId: string, networkId: string): Promise<Anonymity> {
  const rows = await db
    .selectFrom("review_round")
    .where("contribution_id", "=", contributionId)
    .select("anonymity")
    .union(db.selectFrom("network").where("id", "=", networkId).select("anonymity"))
    .execute();
  return [...anonymities].reverse().find((mode) => rows.some(({ anonymity }) => anonymity === mode)) ?? "open";
}
