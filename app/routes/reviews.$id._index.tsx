import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTypedForm } from "~/contribution-at-hand.server";
import { tending } from "~/deciding.server";
import { answerInvitation } from "~/domain/reviews/answer-invitation.server";
import { changeConsents } from "~/domain/reviews/change-consents.server";
import { type KeptReviewField, toEditedReview } from "~/domain/reviews/edited-review";
import { acceptForm, consentForm, declineForm } from "~/domain/reviews/reviewing-forms";
import { taskAtHand } from "~/review-at-hand.server";
import { saveGivenReview } from "~/review-saving.server";
import { readTaskPage } from "~/review-task-page.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { type Refused, readForm, refuseField } from "~/ui/form/read-form";
import { refusedReview } from "~/ui/review/refused-review";
import { reviewingMeta } from "~/ui/review/reviewing-meta";
import { TaskPageView } from "~/ui/review/task-page-view";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return readTaskPage(context, request, await taskAtHand(context, request, params.id));
}

/** The answer to the invitation, what the form of the review holds, or what the reviewer agrees to. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, task } = await taskAtHand(context, request, params.id);
  const { db } = context.services;
  const doer = doing(context, actor);
  const back = redirect(`/reviews/${task.id}`);
  switch (form.get("form")) {
    case "accept-review": {
      const read = readForm(acceptForm, form);
      if (read.refused) return refuse(context, read.refused);
      const answer = { accept: true, declaredConflict: read.data.conflict } as const;
      const { done, moved } = await tending(context, form, () => answerInvitation(db, doer, task.id, answer));
      if (moved) return moved;
      return done ? back : refuse(context, refuseField(form, "", "form.reviewBlocked"));
    }
    case "decline-review": {
      const read = readForm(declineForm, form);
      if (read.refused) return refuse(context, read.refused);
      const answer = { accept: false, ...read.data } as const;
      const { moved } = await tending(context, form, () => answerInvitation(db, doer, task.id, answer));
      return moved ?? redirect("/reviews");
    }
    case "consents": {
      const read = readForm(consentForm, form);
      if (read.refused) return refuse(context, read.refused);
      const { moved } = await tending(context, form, () => changeConsents(db, doer, task.id, read.data));
      return moved ?? back;
    }
    default: {
      const { kept, moved } = await saveGivenReview(context, { actor, task }, form);
      if (moved) return moved;
      if (kept.length === 0) return redirect(`/reviews/${task.id}?saved`);
      context.refused = true;
      const isConflict = kept.every(({ problem }) => problem.problem === "conflict");
      return data({ refused: refusedReview(kept), kept }, isConflict ? 409 : 422);
    }
  }
}

interface Answer {
  refused?: Refused;
  kept?: KeptReviewField[];
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  reviewingMeta(matches, "page.review", loaded?.head.title);

export default function ReviewTask() {
  const page = useLoaderData<typeof loader>();
  const { refused, kept = [] }: Answer = useActionData<typeof action>() ?? {};
  if (page.view !== "form") return <TaskPageView page={page} refused={refused} />;
  return <TaskPageView page={{ ...page, fields: toEditedReview(page.rubric, page.stored, kept) }} refused={refused} />;
}
