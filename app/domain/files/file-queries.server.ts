import { canRead } from "~/domain/contributions/contribution-policy";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { findReviewedFile } from "~/domain/reviews/reviewed-file-queries.server";
import type { Db } from "~db/client.server";
import type { ContributionFile, StoredBytes } from "./file";

const columns = [
  "file.id",
  "file.name",
  "file.media_type as mediaType",
  "file.bytes",
  "file.sha256",
  "file.width",
  "file.height",
  "file.alternative_text as alternativeText",
  "file.caption",
] as const;

/** The pictures and files of a contribution, in the order in which they were added. */
export const listFiles = (db: Db, contributionId: string): Promise<ContributionFile[]> =>
  db
    .selectFrom("contribution_file as file")
    .where("file.contribution_id", "=", contributionId)
    .where("file.removed_at", "is", null)
    .orderBy("file.added_at")
    .orderBy("file.id")
    .select(columns)
    .execute();

export const getFile = (db: Db, contributionId: string, id: string): Promise<ContributionFile | undefined> =>
  db
    .selectFrom("contribution_file as file")
    .where("file.contribution_id", "=", contributionId)
    .where("file.id", "=", id)
    .select(columns)
    .executeTakeFirst();

/** The files of the contributions that a person began, for the export of an account. */
export const listFilesOf = (db: Db, personId: string): Promise<(ContributionFile & { contributionId: string })[]> =>
  db
    .selectFrom("contribution_file as file")
    .innerJoin("contribution_author as author", "author.contribution_id", "file.contribution_id")
    .where("author.person_id", "=", personId)
    .where("file.removed_at", "is", null)
    .orderBy("file.added_at")
    .select([...columns, "file.contribution_id as contributionId"])
    .execute();

export interface ReadableFile extends Pick<StoredBytes, "mediaType" | "bytes"> {
  name: string;
  /** For anyone; otherwise for the one who asked. */
  isPublic: boolean;
}

/** Bytes that someone may read: those of what is published, of the contributions that they may read, and of what they review. */
export async function findReadableFile(db: Db, actor: Actor, sha256: string): Promise<ReadableFile | undefined> {
  const open = (await findPublicFile(db, sha256)) ?? (await findCollectionPicture(db, sha256));
  if (open) return { ...open, isPublic: true };
  if (!actor) return undefined;
  const rows = await db
    .selectFrom("contribution_file")
    .where("sha256", "=", sha256)
    .where("removed_at", "is", null)
    .select(["contribution_id", "name", "media_type as mediaType", "bytes"])
    .execute();
  for (const { contribution_id, ...file } of rows) {
    const contribution = await getContribution(db, contribution_id);
    if (contribution && canRead(actor, contribution)) return { ...file, isPublic: false };
  }
  const reviewed = await findReviewedFile(db, actor, sha256);
  return reviewed && { ...reviewed, isPublic: false };
}

/** A file of something that everyone may read: a version that stands, was archived or came before it, unless its entry was withdrawn. */
function findPublicFile(db: Db, sha256: string): Promise<Omit<ReadableFile, "isPublic"> | undefined> {
  return db
    .selectFrom("contribution_file as file")
    .innerJoin("contribution", "contribution.id", "file.contribution_id")
    .innerJoin("entry", "entry.id", "contribution.entry_id")
    .leftJoin("retirement", "retirement.entry_id", "entry.id")
    .where("file.sha256", "=", sha256)
    .where("file.removed_at", "is", null)
    .where("contribution.status", "in", ["published", "superseded", "archived"])
    .where(({ eb, or }) => or([eb("entry.published_at", "is not", null), eb("retirement.state", "=", "archived")]))
    .select(["file.name", "file.media_type as mediaType", "file.bytes"])
    .executeTakeFirst();
}

/** A collection's picture hides nothing, also while the collection is worked on: nobody else knows its address. */
async function findCollectionPicture(db: Db, sha256: string): Promise<Omit<ReadableFile, "isPublic"> | undefined> {
  const row = await db
    .selectFrom("collection")
    .where("picture_sha256", "=", sha256)
    .select("picture_bytes as bytes")
    .unionAll(db.selectFrom("collection_version").where("picture_sha256", "=", sha256).select("picture_bytes as bytes"))
    .limit(1)
    .executeTakeFirst();
  return row && { name: "picture.webp", mediaType: "image/webp", bytes: row.bytes ?? 0 };
}

/** The hashes of all bytes that the database names: files of contributions, pictures of collections. */
export async function listStoredFiles(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("contribution_file")
    .select("sha256")
    .union(
      db
        .selectFrom("collection")
        .where("picture_sha256", "is not", null)
        .select("picture_sha256 as sha256")
        .$narrowType<{ sha256: string }>(),
    )
    .union(
      db
        .selectFrom("collection_version")
        .where("picture_sha256", "is not", null)
        .select("picture_sha256 as sha256")
        .$narrowType<{ sha256: string }>(),
    )
    .execute();
  return rows.map(({ sha256 }) => sha256);
}
