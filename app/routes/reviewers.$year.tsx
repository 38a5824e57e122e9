import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listReviewersOfYear, listReviewerYears } from "~/domain/reviews/reviewer-list-queries.server";
import { translator } from "~/i18n/translate";
import { frameOf, pageMeta } from "~/ui/meta";
import { notFound } from "~/ui/not-found";
import { ReviewerListPage } from "~/ui/review/reviewer-list-page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const year = Number(params.year);
  const thisYear = now().getUTCFullYear();
  if (!/^20\d\d$/.test(params.year ?? "") || year > thisYear) throw notFound();
  const years = await listReviewerYears(readDb, now());
  if (year !== thisYear && !years.includes(year)) throw notFound();
  return { year, years, reviewers: await listReviewersOfYear(readDb, year, now()) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const frame = frameOf(matches);
  const t = translator(frame.language);
  return pageMeta(frame, {
    title: t("reviewerList.title", { year: data?.year ?? "" }),
    description: t("reviewerList.lead"),
  });
};

export default function Reviewers() {
  return <ReviewerListPage {...useLoaderData<typeof loader>()} />;
}
