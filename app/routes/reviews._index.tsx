import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isOverdue } from "~/domain/reviews/assignment";
import { listOwnReviews } from "~/domain/reviews/assignment-queries.server";
import { listCertificateYears } from "~/domain/reviews/certificate-queries.server";
import { personal, requireActor } from "~/signed-in.server";
import { type OwnReviewLine, OwnReviewsPage } from "~/ui/review/own-reviews-page";
import { reviewingMeta } from "~/ui/review/reviewing-meta";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const { person } = await requireActor(context, request);
  const own = await listOwnReviews(readDb, person.id);
  const reviews = own.map(
    ({ id, title, contribution, network, round, state, dueOn }): OwnReviewLine => ({
      ...{ id, title, network, state, dueOn },
      language: contribution.language,
      kind: contribution.kind,
      round: round.number,
      overdue: isOverdue({ state, dueOn }, now()),
    }),
  );
  return { reviews, years: await listCertificateYears(readDb, person.id) };
}

export const meta: MetaFunction = ({ matches }) => reviewingMeta(matches, "title");

export default function OwnReviews() {
  return <OwnReviewsPage {...useLoaderData<typeof loader>()} />;
}
