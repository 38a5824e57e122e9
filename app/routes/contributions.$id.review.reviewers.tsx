import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf, readTypedForm } from "~/contribution-at-hand.server";
import { tending } from "~/deciding.server";
import { isDone, isOpen } from "~/domain/reviews/assignment";
import { listTasksOfRound } from "~/domain/reviews/assignment-queries.server";
import { suggestReviewers } from "~/domain/reviews/candidate-queries.server";
import { dayChoices, dueOn } from "~/domain/reviews/due-date";
import { inviteReviewer } from "~/domain/reviews/invite-reviewer.server";
import { listReasonNames } from "~/domain/reviews/reason-name-queries.server";
import { canInvite } from "~/domain/reviews/review-policy";
import { getLatestRound } from "~/domain/reviews/review-queries.server";
import { inviteForm } from "~/domain/reviews/reviewing-forms";
import { readLanguage } from "~/i18n/language";
import { doing, personal, refuse } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import type { FormMessage } from "~/ui/form/form-message";
import { readForm, refuseField } from "~/ui/form/read-form";
import { ReviewersPage } from "~/ui/review/reviewers-page";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canInvite);
  const { actor, contribution } = atHand;
  const { readDb, now } = context.services;
  const round = await getLatestRound(readDb, contribution.id);
  const tasks = await listTasksOfRound(readDb, round?.id ?? "");
  const candidates = await suggestReviewers(readDb, contribution, actor.person.id, now());
  const replaces = new URL(request.url).searchParams.get("replace");
  const replaced = tasks.find(({ id, state }) => id === replaces && isOpen(state));
  return {
    head: headOf(atHand),
    candidates,
    names: await listReasonNames(readDb, candidates, readLanguage(request)),
    replaced: replaced ? { id: replaced.id, name: replaced.personName ?? "", part: replaced.part } : null,
    asked: tasks.flatMap(({ personId, state }) => (personId && (isOpen(state) || isDone(state)) ? [personId] : [])),
  };
}

const problems = {
  blocked: "form.conflictBlocks",
  warned: "form.conflictWarns",
  already: "form.alreadyAsked",
  member: "form.wrong",
  pair: "form.wrong",
} as const satisfies Record<string, FormMessage>;

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canInvite);
  const { data, refused } = readForm(inviteForm, form);
  if (refused) return refuse(context, refused);
  const days = dayChoices.find((choice) => String(choice) === data.days);
  if (!days) return refuse(context, refuseField(form, "days", "form.wrong"));
  const { db, now } = context.services;
  const invitation = {
    reviewer: data.reviewer,
    junior: data.junior || null,
    dueOn: dueOn(now(), days),
    despiteWarnings: data.despite,
    replaces: typeof form.get("replaces") === "string" ? String(form.get("replaces")) : null,
  };
  const { done, moved } = await tending(context, form, () =>
    inviteReviewer(db, doing(context, actor), contribution.id, invitation),
  );
  if (moved) return moved;
  if (!done || done.invited) return redirect(`/contributions/${contribution.id}/review?done`);
  const field =
    done.problem === "pair" || ("person" in done && done.person === invitation.junior) ? "junior" : "reviewer";
  return refuse(context, refuseField(form, done.problem === "warned" ? "despite" : field, problems[done.problem]));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "review", data?.head.title);

export default function Reviewers() {
  return <ReviewersPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
