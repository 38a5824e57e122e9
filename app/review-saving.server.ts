import type { AppLoadContext } from "@remix-run/node";
import { listContributionLinks } from "~/domain/links/contribution-link-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import type { ReviewerTask } from "~/domain/reviews/assignment-queries.server";
import type { KeptReviewField } from "~/domain/reviews/edited-review";
import { type GivenReviewField, readGivenReview } from "~/domain/reviews/review-form";
import { canWriteReview } from "~/domain/reviews/review-policy";
import { getRubricVersion } from "~/domain/reviews/rubric-queries.server";
import { saveReview } from "~/domain/reviews/save-review.server";
import { keyOfLink } from "~/review-links.server";
import { refuse } from "~/signed-in.server";
import { refuseField } from "~/ui/form/read-form";

/** The fields of a review's form, as they were typed. */
export async function readGiven(
  { services: { db } }: AppLoadContext,
  task: ReviewerTask,
  form: FormData,
): Promise<GivenReviewField[]> {
  const rubric = await getRubricVersion(db, task.networkId, task.round.rubricVersion);
  const links = await listContributionLinks(db, task.contribution.id);
  return readGivenReview(form, { kind: task.contribution.kind, rubric, links: links.map(keyOfLink) });
}

/** Saves what can be saved of the whole form; what cannot is given back as it was typed. */
export async function saveGivenReview(
  context: AppLoadContext,
  { actor, task }: { actor: NonNullable<Actor>; task: ReviewerTask },
  form: FormData,
): Promise<{ kept: KeptReviewField[]; moved?: ReturnType<typeof refuse> }> {
  // It was cancelled, or the other one of the pair has sent it: all is kept on the page that says so.
  if (!canWriteReview(actor, task))
    return { kept: [], moved: refuse(context, refuseField(form, "", "form.gone"), 409) };
  const given = await readGiven(context, task, form);
  // Who ticks the box takes the other text: theirs is not sent.
  const chosen = given.filter(({ field }) => !form.has(`take.${field}`));
  const { db, now } = context.services;
  const right = chosen.filter(({ problem }) => !problem);
  const outcomes = await saveReview(db, actor, task.id, right, now());
  return {
    kept: chosen.flatMap(({ field, value, base, problem }): KeptReviewField[] => {
      const found = outcomes.some((outcome) => outcome.field === field && outcome.outcome === "conflict");
      if (!problem && !found) return [];
      return [{ field, value, base, problem: problem ?? { problem: "conflict" } }];
    }),
  };
}
