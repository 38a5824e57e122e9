import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf, readTypedForm } from "~/contribution-at-hand.server";
import { deciding, readSeen, refuseDecision, resumeDecision } from "~/deciding.server";
import { decideRound } from "~/domain/reviews/decide-round.server";
import { canCoordinate, canInvite, isCoordinatorOf } from "~/domain/reviews/review-policy";
import { listRounds } from "~/domain/reviews/review-queries.server";
import { decisionForm } from "~/domain/reviews/reviewing-forms";
import { getRubricVersion } from "~/domain/reviews/rubric-queries.server";
import { shareReviews } from "~/domain/reviews/shared-view";
import { doing, personal } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { readForm, refuseField } from "~/ui/form/read-form";
import { notFound } from "~/ui/not-found";
import { DecidePage } from "~/ui/review/decide-page";

export { DecidingError as ErrorBoundary } from "~/ui/review/decided-meanwhile";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canInvite);
  const { readDb } = context.services;
  const [round] = await listRounds(readDb, atHand.contribution.id);
  if (!round) throw notFound();
  return {
    head: headOf(atHand),
    round: round.number,
    needed: round.reviewsNeeded,
    reviews: shareReviews(round, "coordinator"),
    rubric: await getRubricVersion(readDb, round.networkId, round.rubricVersion),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, contribution } = await contributionAtHand(
    context,
    request,
    params.id,
    (who, what) => canCoordinate(who, what) || isCoordinatorOf(who, what),
  );
  const { id } = contribution;
  const resumed = await resumeDecision(context, { actor, id, form });
  if (resumed) return resumed;
  const { data, refused } = readForm(decisionForm, form);
  if (refused) return refuseDecision(context, { actor, id, form }, refused);
  const decision = { ...data, seen: readSeen(form) };
  const { db } = context.services;
  const decided = await deciding(context, id, form, () => decideRound(db, doing(context, actor), id, decision));
  if (!decided) return refuseDecision(context, { actor, id, form }, refuseField(form, "", "form.reviewsMissing"));
  return redirect(`/contributions/${id}/review?done`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "review", data?.head.title);

export default function Decide() {
  return <DecidePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
