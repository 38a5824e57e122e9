import type { AppLoadContext } from "@remix-run/node";
import { termsFor } from "~/domain/contributions/template-terms";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { getNetwork } from "~/domain/networks/network-detail-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { isDone } from "~/domain/reviews/assignment";
import { listTasksOfReview, type ReviewerTask } from "~/domain/reviews/assignment-queries.server";
import { listReviewFields } from "~/domain/reviews/review-field-queries.server";
import { canWriteReview } from "~/domain/reviews/review-policy";
import { listDecisions, listRounds } from "~/domain/reviews/review-queries.server";
import { getRubricVersion } from "~/domain/reviews/rubric-queries.server";
import { shareReviews } from "~/domain/reviews/shared-view";
import { maySign } from "~/domain/reviews/who-sees-whom";
import { readLanguage } from "~/i18n/language";
import { authorNames, readReviewed, taskHead } from "~/review-at-hand.server";
import { readReviewedLinks } from "~/review-links.server";

/** What a reviewer's page shows: the invitation, the form, the review as it was sent, or that it is over. */
export async function readTaskPage(
  context: AppLoadContext,
  request: Request,
  { actor, task }: { actor: NonNullable<Actor>; task: ReviewerTask },
) {
  const { readDb } = context.services;
  const head = await taskHead(context, { actor, task });
  const partner = await readPartner(context, task);
  if (task.state === "invited") {
    const { pitch = "", city = "" } = await readReviewed(context, task);
    const language = readLanguage(request);
    const cities = termsFor(await listTemplateTerms(readDb), "city");
    return {
      view: "invitation" as const,
      ...{ head, partner, pitch },
      city: cities.find(({ code }) => code === city)?.label[language] ?? null,
      network: (await getNetwork(readDb, task.networkId))?.name ?? "",
      authors: await authorNames(context, task),
    };
  }
  const rubric = await getRubricVersion(readDb, task.networkId, task.round.rubricVersion);
  if (canWriteReview(actor, task)) {
    const stored = await listReviewFields(readDb, task.reviewId);
    return {
      view: "form" as const,
      ...{ head, partner, rubric, stored },
      revision: task.revision,
      links: await readReviewedLinks(context, request, task.contribution.id),
      scored: stored.filter(({ field, value }) => field.startsWith("score.") && value !== "").length,
      saved: new URL(request.url).searchParams.has("saved"),
    };
  }
  if (!isDone(task.state)) return { view: "over" as const, head };
  const rounds = await listRounds(readDb, task.contribution.id);
  const round = rounds.find(({ id }) => id === task.round.id);
  const review = round && shareReviews(round, "coordinator").find(({ id }) => id === task.reviewId);
  if (!review) return { view: "over" as const, head };
  const decisions = await listDecisions(readDb, task.contribution.id);
  return {
    view: "written" as const,
    ...{ head, rubric },
    // One's own, so that all of it may be read.
    review: { ...review, names: [] },
    consents: task.consents,
    maySign: maySign(task.round.anonymity),
    decision: decisions.find(({ roundId }) => roundId === task.round.id)?.verb ?? null,
  };
}

/** The other one of a pair: they write together, and know each other in every mode. */
async function readPartner({ services }: AppLoadContext, task: ReviewerTask): Promise<string | null> {
  if (task.part === "single") return null;
  const others = await listTasksOfReview(services.readDb, task.reviewId);
  const partner = others.find(({ id, state }) => id !== task.id && ["invited", "accepted"].includes(state));
  return partner?.personName ?? null;
}
