import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { entryPath } from "~/domain/links/link";
import { getReferences } from "~/domain/links/link-queries.server";
import { listPublishedReviews } from "~/domain/reviews/published-review-queries.server";
import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";
import { notFound } from "~/ui/not-found";
import { PublishedReviewsPage } from "~/ui/review/published-reviews-page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const [entry] = await getReferences(readDb, [params.slug ?? ""]);
  const rounds = entry ? await listPublishedReviews(readDb, entry.id) : [];
  if (!entry || rounds.length === 0) throw notFound();
  return { entry: { title: entry.title, path: entryPath(entry), language: entry.language }, rounds };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: `${t("publishedReviews.title")}${t("site.colon")} ${data?.entry.title ?? ""}`,
    description: t("publishedReviews.lead"),
  });
};

export default function PublishedReviews() {
  return <PublishedReviewsPage {...useLoaderData<typeof loader>()} />;
}
