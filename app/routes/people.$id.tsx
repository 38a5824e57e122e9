import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canSeeProfile } from "~/domain/people/person-policy";
import { getShownProfile } from "~/domain/people/profile-queries.server";
import { listReviewedBy } from "~/domain/reviews/credit-queries.server";
import { listYearsOf } from "~/domain/reviews/reviewer-list-queries.server";
import { readLanguage } from "~/i18n/language";
import { readActor } from "~/signed-in.server";
import { frameOf } from "~/ui/meta";
import { notFound, orNotFound } from "~/ui/not-found";
import { ProfilePage, profileMeta } from "~/ui/people/profile-page";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const profile = orNotFound(await getShownProfile(readDb, params.id ?? "", readLanguage(request)));
  // Not even that there is such an account.
  if (!canSeeProfile(await readActor(context, request), profile)) throw notFound();
  const reviews = {
    years: await listYearsOf(readDb, profile.id, now()),
    named: await listReviewedBy(readDb, profile.id),
  };
  return { profile, reviews };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? profileMeta(frameOf(matches), data.profile) : [];

export default function Person() {
  return <ProfilePage {...useLoaderData<typeof loader>()} />;
}
