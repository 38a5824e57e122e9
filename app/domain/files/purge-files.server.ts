import type { Db } from "~db/client.server";
import { listStoredFiles } from "./file-queries.server";
import type { FileStore } from "./file-store.server";

const keptMs = 24 * 60 * 60 * 1000;

/** Forgets files that were taken out a day ago, and deletes the bytes that nothing uses. @returns how many were deleted */
export async function purgeFiles(db: Db, store: FileStore, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptMs).toISOString();
  await db.deleteFrom("contribution_file").where("removed_at", "<", before).execute();
  return store.sweep(new Set(await listStoredFiles(db)), now);
}
