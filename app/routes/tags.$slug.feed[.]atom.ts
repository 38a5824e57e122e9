import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { answerNamedFeed } from "~/domain/feeds/named-feed.server";
import { getTag, listTaggedIds } from "~/domain/tags/tag-queries.server";
import { siteOrigin } from "~/site-origin";
import { orNotFound } from "~/ui/not-found";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const tag = orNotFound(await getTag(readDb, params.slug ?? ""));
  if (tag.standsFor !== tag.slug) throw redirect(`/tags/${tag.standsFor}/feed.atom${new URL(request.url).search}`, 302);
  const ids = await listTaggedIds(readDb, tag.slug);
  const page = `/tags/${tag.slug}`;
  return answerNamedFeed(request, { readDb, origin: siteOrigin(context, request) }, { name: tag.label, page, ids });
}
