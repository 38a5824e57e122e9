import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, readTypedForm } from "~/contribution-at-hand.server";
import { deciding, readSeen, refuseDecision, resumeDecision, tending } from "~/deciding.server";
import { agreeToPublish } from "~/domain/reviews/agree-to-publish.server";
import { decideUnreviewed } from "~/domain/reviews/decide-unreviewed.server";
import { openReview } from "~/domain/reviews/open-review.server";
import { reopenContribution } from "~/domain/reviews/reopen-contribution.server";
import { canSeeReview, isCoordinatorOf } from "~/domain/reviews/review-policy";
import { optionalReasonForm, reasonForm } from "~/domain/reviews/reviewing-forms";
import { tendReviewer } from "~/domain/reviews/tend-reviewer.server";
import { readReviewPage } from "~/review-page.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { readForm, refuseField } from "~/ui/form/read-form";
import { AuthorReviewPage } from "~/ui/review/author-page";
import { CoordinatorPage } from "~/ui/review/coordinator-page";

export { DecidingError as ErrorBoundary } from "~/ui/review/decided-meanwhile";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return readReviewPage(context, request, await contributionAtHand(context, request, params.id, canSeeReview));
}

/** What a coordinator decides before a review or does about its reviewers, and what authors say about theirs. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, contribution } = await contributionAtHand(context, request, params.id, mayAct);
  const { id } = contribution;
  const { db } = context.services;
  const doer = doing(context, actor);
  const done = redirect(`/contributions/${id}/review?done`);
  const verb = form.get("form");
  const resumed = await resumeDecision(context, { actor, id, form });
  if (resumed) return resumed;
  switch (verb) {
    case "open":
      await deciding(context, id, form, () => openReview(db, doer, id, readSeen(form)));
      return redirect(`/contributions/${id}/review/reviewers`);
    case "return":
    case "decline":
    case "accept-unreviewed": {
      const read = readForm(verb === "accept-unreviewed" ? optionalReasonForm : reasonForm, form);
      if (read.refused) return refuseDecision(context, { actor, id, form }, read.refused);
      const decision = { verb, reason: read.data.reason, seen: readSeen(form) } as const;
      await deciding(context, id, form, () => decideUnreviewed(db, doer, id, decision));
      // A draft is its authors' again.
      return verb === "return" ? redirect("/desk") : done;
    }
    case "cancel":
    case "remind":
    case "thank": {
      const assignment = String(form.get("assignment") ?? "");
      const { moved } = await tending(context, form, () => tendReviewer(db, doer, id, assignment, verb));
      return moved ?? done;
    }
    case "agree":
      await agreeToPublish(db, doer, id, form.get("publishes") === "yes");
      return done;
    case "reopen":
      await deciding(context, id, form, () => reopenContribution(db, doer, id));
      return redirect(`/contributions/${id}/edit`);
    default:
      return refuse(context, refuseField(form, "", "form.gone"));
  }
}

/** A coordinator may have lost sight of it since: what stands now is for the verb to say. */
const mayAct: typeof canSeeReview = (actor, contribution) =>
  canSeeReview(actor, contribution) || isCoordinatorOf(actor, contribution);

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "review", data?.head.title);

export default function Review() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return page.view === "author" ? <AuthorReviewPage {...page} /> : <CoordinatorPage {...page} refused={refused} />;
}
