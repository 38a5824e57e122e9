import type { z } from "zod";
import { forbidden } from "~/domain/forbidden";
import type { Actor } from "~/domain/people/person-policy";
import type { Db } from "~db/client.server";
import type { CollectionDraft, CollectionPicture } from "./collection";
import type { collectionForm } from "./collection-forms";
import { canManageCollection } from "./collection-policy";

/** Changes the texts of a collection; readers see them with its next version. */
export async function changeCollection(
  db: Db,
  actor: Actor,
  collection: CollectionDraft,
  texts: z.output<typeof collectionForm>,
  now: Date,
): Promise<void> {
  if (!canManageCollection(actor, collection)) throw forbidden();
  await db
    .updateTable("collection")
    .set({ ...texts, updated_at: now.toISOString() })
    .where("id", "=", collection.id)
    .execute();
}

/** Gives a collection a picture that the file store holds, or takes it away. */
export async function changePicture(
  db: Db,
  actor: Actor,
  collection: CollectionDraft,
  picture: (CollectionPicture & { bytes: number }) | null,
  now: Date,
): Promise<void> {
  if (!canManageCollection(actor, collection)) throw forbidden();
  await db
    .updateTable("collection")
    .set({
      picture_sha256: picture?.sha256 ?? null,
      picture_width: picture?.width ?? null,
      picture_height: picture?.height ?? null,
      picture_bytes: picture?.bytes ?? null,
      picture_alternative: picture?.alternative ?? null,
      updated_at: now.toISOString(),
    })
    .where("id", "=", collection.id)
    .execute();
}
