import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { entryPath } from "~/domain/links/link";
import { getReferences } from "~/domain/links/link-queries.server";
import { listPublishedReviews } from "~/domain/reviews/published-review-queries.server";
import { translator } from "~/i18n/translate";
import { showTombstoneOf } from "~/published-experience.server";
import { TombstonePage, tombstoneMeta } from "~/ui/experience/tombstone-page";
import { frameOf, pageMeta } from "~/ui/meta";
import { notFound } from "~/ui/not-found";
import { PublishedReviewsPage } from "~/ui/review/published-reviews-page";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const withdrawn = await showTombstoneOf(context, request, params.slug);
  if (withdrawn) return withdrawn;
  const [entry] = await getReferences(readDb, [params.slug ?? ""]);
  const rounds = entry ? await listPublishedReviews(readDb, entry.id) : [];
  if (!entry || rounds.length === 0) throw notFound();
  return { reviewed: { entry: { title: entry.title, path: entryPath(entry), language: entry.language }, rounds } };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  if (!data) return [];
  if ("tombstone" in data) return tombstoneMeta(matches, data.tombstone);
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: `${t("publishedReviews.title")}${t("site.colon")} ${data.reviewed.entry.title}`,
    description: t("publishedReviews.lead"),
  });
};

export default function PublishedReviews() {
  const page = useLoaderData<typeof loader>();
  return "tombstone" in page ? <TombstonePage {...page.tombstone} /> : <PublishedReviewsPage {...page.reviewed} />;
}
