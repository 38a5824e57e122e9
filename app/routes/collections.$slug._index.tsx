import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canManageCollection } from "~/domain/collections/collection-policy";
import { getCollectionDraft } from "~/domain/collections/collection-queries.server";
import { showCollection } from "~/show-collection.server";
import { readActor } from "~/signed-in.server";
import { ShownCollection, shownMeta } from "~/ui/collection/shown-collection";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const draft = await getCollectionDraft(context.services.readDb, params.slug ?? "");
  if (draft?.currentVersion === null && canManageCollection(await readActor(context, request), draft)) {
    throw redirect(`/collections/${draft.id}/edit`);
  }
  return showCollection(context, request, params.slug);
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => shownMeta(matches, data, false);

export default function Collection() {
  return <ShownCollection shown={useLoaderData<typeof loader>()} />;
}
