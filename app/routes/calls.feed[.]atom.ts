import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerListFeed } from "~/domain/feeds/list-feed.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  answerListFeed(request, "calls", { readDb: context.services.readDb, origin: siteOrigin(context, request) });
