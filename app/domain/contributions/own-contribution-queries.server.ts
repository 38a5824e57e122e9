import type { Db } from "~db/client.server";
import type { ContributionKind, ContributionStatus } from "~db/schema/contribution";

export interface OwnLine {
  id: string;
  kind: ContributionKind;
  status: ContributionStatus;
  title: string;
  language: string;
  revision: number;
  updatedAt: string;
}

/** What a person writes, the latest first. */
export const listOwn = (db: Db, personId: string): Promise<OwnLine[]> =>
  db
    .selectFrom("contribution")
    .innerJoin("contribution_author as author", "author.contribution_id", "contribution.id")
    .leftJoin("contribution_field as title", (join) =>
      join.onRef("title.contribution_id", "=", "contribution.id").on("title.field", "=", "title"),
    )
    .where("author.person_id", "=", personId)
    .orderBy("contribution.updated_at", "desc")
    .orderBy("contribution.id")
    .select(["contribution.id", "contribution.kind", "contribution.status", "contribution.language"])
    .select(["contribution.revision", "contribution.updated_at as updatedAt"])
    .select((select) => select.fn.coalesce("title.value", select.val("")).as("title"))
    .execute();
