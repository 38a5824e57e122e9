import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { Round } from "./review";
import { canReadReviewed } from "./review-policy";
import { neutralName, type ReviewedFile } from "./reviewed-file";
import { mayReadFile, maySee } from "./who-sees-whom";

/** The files of a round, as its reviewers may know them. */
export async function listReviewedFiles(
  db: Db,
  { id, anonymity }: Pick<Round, "id" | "anonymity">,
): Promise<ReviewedFile[]> {
  const rows = await db
    .selectFrom("review_round_file as read")
    .leftJoin("contribution_file as file", (join) =>
      join.onRef("file.id", "=", "read.file_id").on("file.removed_at", "is", null),
    )
    .where("read.round_id", "=", id)
    .orderBy("read.position")
    .select(["read.file_id as id", "read.position", "read.name", "read.media_type as mediaType", "read.bytes"])
    .select(["read.alternative_text as alternativeText", "read.caption"])
    .select(["file.sha256", "file.width", "file.height"])
    .execute();
  const named = maySee("reviewer", "author", anonymity);
  return rows.map(({ position, sha256, ...file }) => {
    const withheld = !mayReadFile("reviewer", file.mediaType, anonymity)
      ? ("names" as const)
      : sha256 === null
        ? ("removed" as const)
        : null;
    return {
      ...file,
      name: named ? file.name : neutralName(file.name, position),
      sha256: withheld ? null : sha256,
      withheld,
    };
  });
}

/** Bytes that somebody may read because they review what they belong to. */
export async function findReviewedFile(
  db: Db,
  actor: NonNullable<Actor>,
  sha256: string,
): Promise<{ name: string; mediaType: string; bytes: number } | undefined> {
  const rows = await db
    .selectFrom("contribution_file as file")
    .innerJoin("review_round_file as read", "read.file_id", "file.id")
    .innerJoin("review_round as round", "round.id", "read.round_id")
    .innerJoin("review", "review.round_id", "round.id")
    .innerJoin("review_assignment as assignment", "assignment.review_id", "review.id")
    .where("file.sha256", "=", sha256)
    .where("file.removed_at", "is", null)
    .where("assignment.person_id", "=", actor.person.id)
    .select(["assignment.person_id as personId", "assignment.state", "assignment.part"])
    .select(["round.network_id as networkId", "round.anonymity", "read.position"])
    .select(["file.name", "file.media_type as mediaType", "file.bytes"])
    .execute();
  const row = rows.find((one) => canReadReviewed(actor, one) && mayReadFile("reviewer", one.mediaType, one.anonymity));
  if (!row) return undefined;
  const { mediaType, bytes } = row;
  const named = maySee("reviewer", "author", row.anonymity);
  return { name: named ? row.name : neutralName(row.name, row.position), mediaType, bytes };
}
