import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerSearchFeed } from "~/domain/feeds/search-feed.server";
import { siteOrigin } from "~/site-origin";

export function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, search } = context.services;
  return answerSearchFeed(request, { readDb, search, origin: siteOrigin(context, request) });
}
