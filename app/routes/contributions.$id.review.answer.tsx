import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf, readTypedForm } from "~/contribution-at-hand.server";
import { deciding } from "~/deciding.server";
import { resubmitContribution } from "~/domain/reviews/resubmit-contribution.server";
import { canAnswerChanges } from "~/domain/reviews/review-policy";
import { listRounds } from "~/domain/reviews/review-queries.server";
import { responseForm } from "~/domain/reviews/reviewing-forms";
import { saveResponses } from "~/domain/reviews/save-responses.server";
import { shareReviews } from "~/domain/reviews/shared-view";
import { doing, personal, refuse } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { type FieldError, type Refused, readForm } from "~/ui/form/read-form";
import { AnswerPage, responseName } from "~/ui/review/answer-page";

export { DecidingError as ErrorBoundary } from "~/ui/review/decided-meanwhile";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canAnswerChanges);
  const [round] = await listRounds(context.services.readDb, atHand.contribution.id);
  return {
    head: headOf(atHand),
    changes: round ? shareReviews(round, "author").flatMap(({ changes }) => changes) : [],
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canAnswerChanges);
  const { id } = contribution;
  const { db } = context.services;
  const doer = doing(context, actor);
  if (form.get("form") === "resubmit") {
    const outcome = await deciding(context, id, form, () => resubmitContribution(db, doer, id));
    if (outcome.resubmitted) return redirect(`/contributions/${id}/review?done`);
    const names = [...outcome.unanswered.map(responseName), ...outcome.missing];
    const errors = Object.fromEntries(names.map((name): [string, FieldError] => [name, { message: "form.required" }]));
    return refuse(context, { form: "resubmit", errors, values: {} });
  }
  const { responses, refused } = readResponses(form);
  if (refused) return refuse(context, refused);
  await saveResponses(db, doer, id, responses);
  return redirect(`/contributions/${id}/review/answer?saved`);
}

/** Each answer of the form, judged by itself. */
function readResponses(form: FormData): { responses: { change: string; text: string }[]; refused?: Refused } {
  const responses: { change: string; text: string }[] = [];
  const refused: Refused = { form: "responses", errors: {}, values: {} };
  for (const [name, value] of form) {
    if (!name.startsWith("response.") || typeof value !== "string") continue;
    refused.values[name] = value;
    const one = new FormData();
    one.set("response", value);
    const read = readForm(responseForm, one);
    if (read.data) responses.push({ change: name.slice("response.".length), text: read.data.response });
    else refused.errors[name] = read.refused.errors.response ?? { message: "form.wrong" };
  }
  return Object.keys(refused.errors).length > 0 ? { responses, refused } : { responses };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "review", data?.head.title);

export default function Answer() {
  return <AnswerPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
