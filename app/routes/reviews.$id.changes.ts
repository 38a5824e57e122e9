import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { listReviewFields } from "~/domain/reviews/review-field-queries.server";
import { canWriteReview } from "~/domain/reviews/review-policy";
import { taskForScript } from "~/review-at-hand.server";

const headers = { "Cache-Control": "private, no-store" };

/** The fields that were saved after a revision: how the two who write a review together see each other's saves. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await taskForScript(context, request, params.id, canWriteReview);
  if (!atHand) return json({}, { status: 401, headers });
  const { actor, task } = atHand;
  const after = Number(new URL(request.url).searchParams.get("after")) || 0;
  const fields = await listReviewFields(context.services.readDb, task.reviewId, after);
  const shown = fields.map(({ savedById, ...field }) => ({ ...field, own: savedById === actor.person.id }));
  return json({ revision: task.revision, fields: shown }, { headers });
}
