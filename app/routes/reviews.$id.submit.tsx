import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTypedForm } from "~/contribution-at-hand.server";
import { tending } from "~/deciding.server";
import { listReviewFields } from "~/domain/reviews/review-field-queries.server";
import { missingInReview } from "~/domain/reviews/review-fields";
import { canSendReview } from "~/domain/reviews/review-policy";
import { consentForm } from "~/domain/reviews/reviewing-forms";
import { getRubricVersion } from "~/domain/reviews/rubric-queries.server";
import { submitReview } from "~/domain/reviews/submit-review.server";
import { maySign } from "~/domain/reviews/who-sees-whom";
import { taskAtHand, taskHead } from "~/review-at-hand.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { type FieldError, readForm, refuseField } from "~/ui/form/read-form";
import { reviewingMeta } from "~/ui/review/reviewing-meta";
import { SubmitReviewPage } from "~/ui/review/submit-review-page";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await taskAtHand(context, request, params.id, canSendReview);
  const { task } = atHand;
  const { readDb } = context.services;
  const rubric = await getRubricVersion(readDb, task.networkId, task.round.rubricVersion);
  const fields = await listReviewFields(readDb, task.reviewId);
  return {
    head: await taskHead(context, atHand),
    rubric,
    missing: missingInReview(rubric, Object.fromEntries(fields.map(({ field, value }) => [field, value]))),
    consents: task.consents,
    maySign: maySign(task.round.anonymity),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, task } = await taskAtHand(context, request, params.id, canSendReview);
  const read = readForm(consentForm, form);
  if (read.refused) return refuse(context, read.refused);
  const { db } = context.services;
  const { done, moved } = await tending(context, form, () =>
    submitReview(db, doing(context, actor), task.id, read.data),
  );
  if (moved) return moved;
  if (!done || done.submitted) return redirect(`/reviews/${task.id}`);
  if (done.blocked) return refuse(context, refuseField(form, "", "form.reviewBlocked"));
  const errors = done.missing.map((field): [string, FieldError] => [field, { message: "form.required" }]);
  return refuse(context, { ...refuseField(form, "", "form.gone"), errors: Object.fromEntries(errors) });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  reviewingMeta(matches, "page.submit", data?.head.title);

export default function SubmitReview() {
  return <SubmitReviewPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
