import type { AppLoadContext } from "@remix-run/node";
import { canCurate } from "~/domain/collections/collection-policy";
import { listCollectionsHolding } from "~/domain/collections/collection-queries.server";
import { discussionPath } from "~/domain/threads/thread";
import { countThreads, listFormerIds } from "~/domain/threads/thread-queries.server";
import { readActor } from "~/signed-in.server";
import type { Around } from "~/ui/entry/around-entry";

/**
 * What others have made of an entry: the collections that hold it, and what is said about it where it stands at `discussedAt`; and
 * whether the reader may put it into a collection.
 */
export async function aroundEntry(
  context: AppLoadContext,
  request: Request,
  id: string,
  discussedAt?: string,
): Promise<Around> {
  const { readDb } = context.services;
  return {
    id,
    collections: await listCollectionsHolding(readDb, id),
    curates: canCurate(await readActor(context, request)),
    discussion: discussedAt
      ? {
          path: discussionPath({ path: discussedAt }),
          threads: await countThreads(readDb, { kind: "entry", ids: await listFormerIds(readDb, id) }),
        }
      : null,
  };
}
