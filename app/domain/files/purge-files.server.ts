import type { Db } from "~db/client.server";
import type { FileStore } from "./file-store.server";

const keptMs = 24 * 60 * 60 * 1000;

/** Forgets files that were taken out a day ago, and deletes the bytes that nothing uses. @returns how many were deleted */
export async function purgeFiles(db: Db, store: FileStore, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptMs).toISOString();
  await db.deleteFrom("contribution_file").where("removed_at", "<", before).execute();
  const used = await db.selectFrom("contribution_file").select("sha256").distinct().execute();
  const shown = await db
    .selectFrom("collection")
    .select("picture_sha256 as sha256")
    .union(db.selectFrom("collection_version").select("picture_sha256 as sha256"))
    .execute();
  return store.sweep(new Set([...used, ...shown].flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]))), now);
}
