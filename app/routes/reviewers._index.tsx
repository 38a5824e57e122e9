import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { listReviewerYears } from "~/domain/reviews/reviewer-list-queries.server";

/** The latest year's list. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const [latest] = await listReviewerYears(readDb, now());
  return redirect(`/reviewers/${latest ?? now().getUTCFullYear()}`);
}
