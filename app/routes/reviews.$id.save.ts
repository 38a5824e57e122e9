import { type ActionFunctionArgs, json } from "@remix-run/node";
import { listReviewFields } from "~/domain/reviews/review-field-queries.server";
import { canWriteReview } from "~/domain/reviews/review-policy";
import { getRubricVersion } from "~/domain/reviews/rubric-queries.server";
import { saveReview } from "~/domain/reviews/save-review.server";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { taskForScript } from "~/review-at-hand.server";
import { readGiven } from "~/review-saving.server";
import { reviewLabels } from "~/ui/review/review-labels";
import { reviewText } from "~/ui/review/review-text";

/** Saves one field of a review for the editor's script: 200, 401 without a session, 409 with the other text, 422 with what is wrong. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const atHand = await taskForScript(context, request, params.id, canWriteReview);
  if (!atHand) return json({}, 401);
  const { actor, task } = atHand;
  const { db, now } = context.services;
  const t = translator(readLanguage(request));
  const [given] = await readGiven(context, task, await request.formData());
  if (!given) return json({}, 400);
  const rubric = await getRubricVersion(db, task.networkId, task.round.rubricVersion);
  const { field, problem } = given;
  const label = reviewLabels(t, rubric)[field] ?? field;
  if (problem) return json({ message: t(`form.${problem.problem}`, { field: label, max: problem.max ?? 0 }) }, 422);
  const at = now();
  const [outcome] = await saveReview(db, actor, task.id, [given], at);
  if (outcome?.outcome === "conflict") {
    const { value, revision, savedBy, savedAt } = outcome.stored;
    return json({ theirs: { value, revision, savedBy, savedAt, text: reviewText(t, field, value) } }, 409);
  }
  const fields = await listReviewFields(db, task.reviewId);
  const scored = fields.filter((one) => one.field.startsWith("score.") && one.value !== "").length;
  return json({
    revision: outcome?.revision ?? 0,
    value: outcome?.outcome === "current" ? outcome.value : given.value,
    at: at.toISOString(),
    percent: Math.round((100 * scored) / rubric.criteria.length),
    next: { field: null, text: "" },
  });
}
