import type { AppLoadContext } from "@remix-run/node";
import { listCollectionsHolding } from "~/domain/collections/collection-list-queries.server";
import { canCurate } from "~/domain/collections/collection-policy";
import { getEditedEntry } from "~/domain/editions/edited-entry-queries.server";
import { canEditSomething } from "~/domain/editions/edition-policy";
import { listTagsOf } from "~/domain/tags/tag-queries.server";
import { discussionPath } from "~/domain/threads/thread";
import { countThreads, listFormerIds } from "~/domain/threads/thread-queries.server";
import { readActor } from "~/signed-in.server";
import type { Around } from "~/ui/entry/around-entry";

/**
 * What others have made of an entry: its tags, the collections that hold it, and what is said about it where it stands at
 * `discussedAt`; and what the reader may do with it.
 */
export async function aroundEntry(
  context: AppLoadContext,
  request: Request,
  id: string,
  discussedAt?: string,
): Promise<Around> {
  const { readDb } = context.services;
  const actor = await readActor(context, request);
  const entry = actor && (await getEditedEntry(readDb, id));
  return {
    id,
    collections: await listCollectionsHolding(readDb, id),
    tags: await listTagsOf(readDb, id),
    curates: canCurate(actor),
    edits: entry ? canEditSomething(actor, entry) : false,
    discussion: discussedAt
      ? {
          path: discussionPath({ path: discussedAt }),
          threads: await countThreads(readDb, { kind: "entry", ids: await listFormerIds(readDb, id) }),
        }
      : null,
  };
}
