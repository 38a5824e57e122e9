import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { showCollection } from "~/show-collection.server";
import { ShownCollection, shownMeta } from "~/ui/collection/shown-collection";
import { notFound } from "~/ui/not-found";

/** A version at its permanent address, such as `/collections/budgets/v2`. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const number = /^v([1-9]\d{0,5})$/.exec(params.version ?? "")?.[1];
  if (!number) throw notFound();
  return showCollection(context, request, params.slug, Number(number));
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => shownMeta(matches, data, true);

export default function CollectionAsPublished() {
  return <ShownCollection shown={useLoaderData<typeof loader>()} />;
}
