import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import type { Db } from "~db/client.server";
import { getPlace } from "./place-queries.server";
import { canFollow } from "./thread-policy";
import { getThread } from "./thread-queries.server";

export const followVerbs = ["follow", "unfollow"] as const;
export type FollowVerb = (typeof followVerbs)[number];

export const isFollowVerb = (text: unknown): text is FollowVerb => followVerbs.some((verb) => verb === text);

/** Tells somebody of each message of a thread from now on, or no more, also where they wrote in it. @throws Response */
export async function followThread(db: Db, { actor, at }: Doer, threadId: string, verb: FollowVerb): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const thread = await getThread(trx, threadId);
    const place = thread && (await getPlace(trx, thread.place));
    if (!actor || !place || !canFollow(actor, place)) throw forbidden();
    const choice = { follows: verb === "follow" ? (1 as const) : (0 as const), chosen_at: at.toISOString() };
    await trx
      .insertInto("thread_follow")
      .values({ thread_id: threadId, person_id: actor.person.id, ...choice })
      .onConflict((conflict) => conflict.columns(["thread_id", "person_id"]).doUpdateSet(choice))
      .execute();
  });
}
