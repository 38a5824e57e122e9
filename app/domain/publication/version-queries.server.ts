import type { CreditRole } from "~/domain/contributions/contribution";
import { creditedReviewers, listCreditedReviewers } from "~/domain/reviews/credit-queries.server";
import type { Db } from "~db/client.server";
import type { EntryKind } from "~db/schema/entry";
import { readFirstVersions } from "./record-versions.server";
import type { Credit, Credits, Retirement, StoredVersion, VersionContent, VersionLine } from "./version";

/** The versions of an entry, the newest first. */
export async function listVersions(db: Db, entryId: string): Promise<VersionLine[]> {
  const rows = await db
    .selectFrom("entry_version")
    .where("entry_id", "=", entryId)
    .orderBy("number", "desc")
    .select(["number", "change_note as changeNote", "published_at as publishedAt"])
    .execute();
  return rows.length > 0 ? rows : readFirstVersions(db, [entryId]);
}

/** A version as it was published. What came with the installation a moment ago has none kept yet: it is its first. */
export async function getVersion(db: Db, entryId: string, number: number): Promise<StoredVersion | undefined> {
  const row = await db
    .selectFrom("entry_version")
    .where("entry_id", "=", entryId)
    .where("number", "=", number)
    .selectAll()
    .executeTakeFirst();
  if (!row) return getUnkept(db, entryId, number);
  return {
    number,
    changeNote: row.change_note,
    publishedAt: row.published_at,
    contributionId: row.contribution_id,
    content: JSON.parse(row.content) as VersionContent,
    credits: await listCredits(db, entryId, number, row.contribution_id),
  };
}

async function getUnkept(db: Db, entryId: string, number: number): Promise<StoredVersion | undefined> {
  const kept = await db.selectFrom("entry_version").where("entry_id", "=", entryId).select("number").executeTakeFirst();
  return kept ? undefined : (await readFirstVersions(db, [entryId])).find((version) => version.number === number);
}

async function listCredits(db: Db, entryId: string, number: number, contributionId: string | null): Promise<Credits> {
  const rows = await db
    .selectFrom("version_credit")
    .where("entry_id", "=", entryId)
    .where("number", "=", number)
    .orderBy("position")
    .select(["part", "person_id as personId", "name", "orcid", "roles"])
    .execute();
  const creditsOf = (wanted: "author" | "reviewer"): Credit[] =>
    rows
      .filter(({ part }) => part === wanted)
      .map(({ part: _, roles, ...credit }) => ({ ...credit, roles: JSON.parse(roles) as CreditRole[] }));
  const reviewers = creditsOf("reviewer");
  // Authors and reviewers may agree to be named after the publication too.
  const late = contributionId === null ? [] : await creditedReviewers(db, contributionId);
  const added = late.filter(({ personId }) => !reviewers.some((reviewer) => reviewer.personId === personId));
  return {
    authors: creditsOf("author"),
    reviewers: [...reviewers, ...added.map((reviewer) => ({ ...reviewer, roles: [] }))],
  };
}

/** Who is named as a reviewer of the latest versions of entries, by entry: those of then, and those who agreed since. */
export async function listLatestReviewers(db: Db, entryIds: readonly string[]): Promise<Map<string, string[]>> {
  const latest = await db
    .selectFrom("entry_version as version")
    .where("version.entry_id", "in", entryIds)
    .where(({ eb, selectFrom }) =>
      eb(
        "version.number",
        "=",
        selectFrom("entry_version as newer")
          .whereRef("newer.entry_id", "=", "version.entry_id")
          .select((newer) => newer.fn.max("newer.number").as("number")),
      ),
    )
    .select(["version.entry_id as entryId", "version.number", "version.contribution_id as contributionId"])
    .execute();
  const credits = await db
    .selectFrom("version_credit")
    .where("entry_id", "in", entryIds)
    .where("part", "=", "reviewer")
    .orderBy("position")
    .select(["entry_id as entryId", "number", "person_id as personId", "name"])
    .execute();
  const late = await listCreditedReviewers(
    db,
    latest.flatMap(({ contributionId }) => contributionId ?? []),
  );
  return new Map(
    latest.map(({ entryId, number, contributionId }) => {
      const kept = credits.filter((credit) => credit.entryId === entryId && credit.number === number);
      const added = late.filter(
        (one) => one.contributionId === contributionId && !kept.some(({ personId }) => personId === one.personId),
      );
      return [entryId, [...kept, ...added].map(({ name }) => name)];
    }),
  );
}

/** Whether an entry is published, or was archived or withdrawn, when and why. Undefined: it never was published. */
export async function getStanding(
  db: Db,
  entryId: string,
): Promise<{ kind: EntryKind; retirement: Retirement | null } | undefined> {
  const row = await db
    .selectFrom("entry")
    .leftJoin("retirement", "retirement.entry_id", "entry.id")
    .where("entry.id", "=", entryId)
    .select(["entry.kind", "published_at", "state", "reason", "retired_at as at"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { kind, published_at, state, reason, at } = row;
  if (published_at !== null) return { kind, retirement: null };
  return state && reason !== null && at ? { kind, retirement: { state, reason, at } } : undefined;
}
