import type { Db } from "~db/client.server";
import type { ContributionStatus } from "~db/schema/contribution";

const underWay: ContributionStatus[] = ["draft", "submitted", "in-review", "changes-requested", "accepted"];

/** The next version of a contribution that somebody is working on. */
export async function getOpenRevision(
  db: Db,
  contributionId: string,
): Promise<{ id: string; status: ContributionStatus } | undefined> {
  return db
    .selectFrom("contribution")
    .where("revises_id", "=", contributionId)
    .where("status", "in", underWay)
    .orderBy("created_at")
    .select(["id", "status"])
    .executeTakeFirst();
}

/** Where a contribution is read once it was published, and which version of it; null for what never was. */
export async function getPublished(
  db: Db,
  contributionId: string,
): Promise<{ entryId: string; number: number } | null> {
  const row = await db
    .selectFrom("entry_version")
    .where("contribution_id", "=", contributionId)
    .select(["entry_id as entryId", "number"])
    .executeTakeFirst();
  return row ?? (await getAdopted(db, contributionId));
}

/** What came with the installation names no contribution in its first version, also when a network has taken it over since. */
async function getAdopted(db: Db, contributionId: string): Promise<{ entryId: string; number: number } | null> {
  const row = await db
    .selectFrom("contribution")
    .innerJoin("entry_version as version", "version.entry_id", "contribution.entry_id")
    .where("contribution.id", "=", contributionId)
    .where("contribution.revises_id", "is", null)
    .where("version.contribution_id", "is", null)
    .select(["version.entry_id as entryId", "version.number"])
    .executeTakeFirst();
  return row ?? null;
}

/** Whether it revises something: its publication needs a note on what it changed. */
export async function isRevision(db: Db, contributionId: string): Promise<boolean> {
  const row = await db
    .selectFrom("contribution")
    .where("id", "=", contributionId)
    .select("revises_id")
    .executeTakeFirst();
  return row?.revises_id != null;
}
