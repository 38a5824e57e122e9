import type { Doer } from "~/domain/audit/doer";
import { recordEvent } from "~/domain/audit/record-event.server";
import { missingFields } from "~/domain/contributions/completeness";
import { type Contribution, valuesOf } from "~/domain/contributions/contribution";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { MovedOn, moveContribution } from "~/domain/contributions/move-contribution.server";
import { forbidden } from "~/domain/forbidden";
import { tell } from "~/domain/notifications/tell.server";
import { creditedReviewers } from "~/domain/reviews/credit-queries.server";
import type { Db } from "~db/client.server";
import type { ContributionKind } from "~db/schema/contribution";
import { entryPath } from "~db/schema/entry";
import type { ReviewStatus } from "~db/schema/practice";
import { readContents } from "./content-queries.server";
import { canCurate } from "./publication-policy";
import { recordVersions } from "./record-versions.server";
import { newSlug } from "./slug";
import type { Credit } from "./version";
import { writeEntry } from "./write-entry.server";

export interface Published {
  entryId: string;
  kind: ContributionKind;
  number: number;
}

/** It cannot be published as it stands: a field is missing, or what it revises is not the published one any more. */
export class NotPublishable extends Error {
  constructor(readonly reason: "incomplete" | "base-moved") {
    super(`It cannot be published: ${reason}.`);
  }
}

/**
 * Publishes an accepted contribution as a new, permanent version, in one transaction: state, entry, version, credits, audit event,
 * notification and the index's row, all or none. What it revises is superseded.
 * @throws Response for who may not; MovedOn when somebody was faster; NotPublishable
 */
export async function publishContribution(
  db: Db,
  doer: Doer,
  { id, changeNote }: { id: string; changeNote: string | null },
): Promise<Published> {
  return db.transaction().execute(async (trx) => {
    const contribution = await getContribution(trx, id);
    if (!contribution || !canCurate(doer.actor, contribution)) throw forbidden();
    const { kind } = contribution;
    const values = valuesOf(contribution);
    if (contribution.status === "accepted" && (missingFields(kind, values).length > 0 || contribution.cityId === null))
      throw new NotPublishable("incomplete");
    await moveContribution(trx, doer, contribution, "publish");
    const entryId = (await superseded(trx, doer, id)) ?? (await newEntryId(trx, contribution));
    const at = doer.at.toISOString();
    const authors = await listAuthorCredits(trx, id);
    const reviewStatus = await reviewStatusOf(trx, id);
    await writeEntry(trx, {
      ...{ entryId, contribution, values, reviewStatus, at },
      authors: authors.map(({ name }) => name),
    });
    await trx.updateTable("contribution").set({ entry_id: entryId }).where("id", "=", id).execute();
    const number = (await lastNumber(trx, entryId)) + 1;
    const content = (await readContents(trx, [entryId])).get(entryId);
    if (!content) throw new Error(`The entry ${entryId} was not written.`);
    const credits = {
      authors,
      reviewers: (await creditedReviewers(trx, id)).map((reviewer) => ({ ...reviewer, roles: [] })),
    };
    await recordVersions(trx, [
      { ...{ entryId, number, content, credits, changeNote }, publishedAt: at, contributionId: id },
    ]);
    await recordEvent(trx, doer, {
      action: "publish-version",
      subject: { kind, id: entryId },
      details: { number, contribution: id },
    });
    await trx.insertInto("outbox").values({ kind, entry_id: entryId, created_at: at }).execute();
    const told = authors.flatMap(({ personId }) =>
      personId === null || personId === doer.actor?.person.id ? [] : [personId],
    );
    const details = { title: content.title, path: entryPath({ id: entryId, kind }), number };
    const news = { kind: "contribution-published", subject: { kind: "contribution", id }, details } as const;
    await tell(trx, told, { ...news, waits: false }, doer.at);
    return { entryId, kind, number };
  });
}

/** Ends the time of the version that this one revises. @returns its entry; null for a first version */
async function superseded(trx: Db, doer: Doer, id: string): Promise<string | null> {
  const base = await trx
    .selectFrom("contribution")
    .innerJoin("contribution as base", "base.id", "contribution.revises_id")
    .where("contribution.id", "=", id)
    .select(["base.id", "base.status", "base.entry_id"])
    .executeTakeFirst();
  if (!base) return null;
  if (base.status !== "published" || base.entry_id === null) throw new NotPublishable("base-moved");
  try {
    await moveContribution(trx, doer, base, "supersede", { by: id });
  } catch (error) {
    throw error instanceof MovedOn ? new NotPublishable("base-moved") : error;
  }
  return base.entry_id;
}

const newEntryId = (trx: Db, { cityId, kind, fields }: Contribution): Promise<string> =>
  newSlug({ city: cityId ?? "", title: fields.title?.value ?? "", kind }, async (slug) => {
    const taken = await trx.selectFrom("entry").where("id", "=", slug).select("id").executeTakeFirst();
    return taken !== undefined;
  });

async function lastNumber(trx: Db, entryId: string): Promise<number> {
  const { last } = await trx
    .selectFrom("entry_version")
    .where("entry_id", "=", entryId)
    .select(({ fn }) => fn.max("number").as("last"))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

async function listAuthorCredits(trx: Db, contributionId: string): Promise<Credit[]> {
  const rows = await trx
    .selectFrom("contribution_author as author")
    .leftJoin("person", "person.id", "author.person_id")
    .where("author.contribution_id", "=", contributionId)
    .orderBy("author.position")
    .select(["author.person_id", "author.name", "author.roles", "person.name as person_name", "person.orcid"])
    .execute();
  return rows.map(({ person_id, name, roles, person_name, orcid }) => ({
    personId: person_id,
    name: name ?? person_name ?? "",
    // A pseudonym must not be undone by a number.
    orcid: name === null ? orcid : null,
    roles: JSON.parse(roles),
  }));
}

/** Reviewed by peers, unless it was accepted without. */
async function reviewStatusOf(trx: Db, contributionId: string): Promise<ReviewStatus> {
  const accepted = await trx
    .selectFrom("audit_event")
    .where("subject_kind", "=", "contribution")
    .where("subject_id", "=", contributionId)
    .where("action", "in", ["accept", "accept-unreviewed"])
    .orderBy("number", "desc")
    .select("action")
    .executeTakeFirst();
  return accepted?.action === "accept" ? "peer-reviewed" : "not-reviewed";
}
