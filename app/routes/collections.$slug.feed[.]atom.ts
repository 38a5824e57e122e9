import type { LoaderFunctionArgs } from "@remix-run/node";
import { getCollectionVersion, getWithdrawal } from "~/domain/collections/collection-queries.server";
import { answerNamedFeed } from "~/domain/feeds/named-feed.server";
import { siteOrigin } from "~/site-origin";
import { orNotFound } from "~/ui/not-found";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { id, title, items } = orNotFound(await getCollectionVersion(readDb, params.slug ?? ""));
  if (await getWithdrawal(readDb, id)) throw new Response(null, { status: 410 });
  const ids = items.flatMap(({ entry }) => (entry ? [entry.id] : []));
  const origin = siteOrigin(context, request);
  return answerNamedFeed(request, { readDb, origin }, { name: title, page: `/collections/${id}`, ids });
}
