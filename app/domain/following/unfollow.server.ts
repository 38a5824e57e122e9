import type { Db } from "~db/client.server";
import type { Followed } from "./followed";

export async function unfollow(db: Db, personId: string, { kind, id }: Followed): Promise<void> {
  await db
    .deleteFrom("follow")
    .where("person_id", "=", personId)
    .where("kind", "=", kind)
    .where("subject_id", "=", id)
    .execute();
}
