import type { AppLoadContext } from "@remix-run/node";
import { canCurate } from "~/domain/collections/collection-policy";
import { listCollectionsHolding } from "~/domain/collections/collection-queries.server";
import { readActor } from "~/signed-in.server";
import type { Around } from "~/ui/entry/around-entry";

/** What others have made of an entry: the collections that hold it; and whether the reader may put it into one. */
export async function aroundEntry(context: AppLoadContext, request: Request, id: string): Promise<Around> {
  return {
    id,
    collections: await listCollectionsHolding(context.services.readDb, id),
    curates: canCurate(await readActor(context, request)),
  };
}
