import { type AppLoadContext, data } from "@remix-run/node";
import { type Contribution, valuesOf } from "~/domain/contributions/contribution";
import { canEdit, canRead, canSeeHistory, canSubmit, canWithdraw } from "~/domain/contributions/contribution-policy";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { canPublish, canRetire, canRevise } from "~/domain/publication/publication-policy";
import { canSeeReview } from "~/domain/reviews/review-policy";
import { readActor, readSession, requireActor } from "~/signed-in.server";
import type { ContributionHead, ContributionPageName } from "~/ui/contribution/contribution-frame";
import { typedIn } from "~/ui/form/typed";
import { notFound } from "~/ui/not-found";

interface AtHand {
  actor: NonNullable<Actor>;
  contribution: Contribution;
}

/**
 * The contribution of an address, for who may do what `may` asks. To anyone else there is none: a draft does not say that it exists.
 * @throws Response
 */
export async function contributionAtHand(
  context: AppLoadContext,
  request: Request,
  id: string | undefined,
  may: (actor: Actor, contribution: Contribution) => boolean = canRead,
): Promise<AtHand> {
  return find(context, await requireActor(context, request), id, may);
}

/** The form of a request. Without a session, all that was typed goes back to the page: nobody is led away from it. @throws 401 */
export async function readTypedForm(context: AppLoadContext, request: Request): Promise<FormData> {
  const form = await request.formData();
  if (!(await readSession(context, request))) throw data({ typed: typedIn(form) }, 401);
  return form;
}

/** The contribution for scripts, which follow no redirect: null when nobody is signed in. @throws Response */
export async function contributionForScript(
  context: AppLoadContext,
  request: Request,
  id: string | undefined,
): Promise<AtHand | null> {
  const actor = await readActor(context, request);
  return actor && find(context, actor, id, canEdit);
}

async function find(
  { services }: AppLoadContext,
  actor: NonNullable<Actor>,
  id: string | undefined,
  may: (actor: Actor, contribution: Contribution) => boolean,
): Promise<AtHand> {
  const contribution = await getContribution(services.readDb, id ?? "");
  if (!contribution || !may(actor, contribution)) throw notFound();
  return { actor, contribution };
}

/** What the frame of its pages shows. */
export function headOf({ actor, contribution }: AtHand): ContributionHead {
  const { id, kind, status, factCheck } = contribution;
  const values = valuesOf(contribution);
  const mine = canSeeHistory(actor, contribution);
  const may: Record<ContributionPageName, boolean> = {
    write: canEdit(actor, contribution),
    links: canEdit(actor, contribution),
    files: canEdit(actor, contribution),
    preview: true,
    history: mine,
    authors: canEdit(actor, contribution),
    factCheck: kind === "case-study" && (mine || factCheck !== null),
    submit: canSubmit(actor, contribution) || canWithdraw(actor, contribution),
    review: canSeeReview(actor, contribution),
    discussion: canSeeReview(actor, contribution),
    publish: canPublish(actor, contribution),
    revise: canRevise(actor, contribution),
    retire: canRetire(actor, contribution),
  };
  const pages = (Object.keys(may) as ContributionPageName[]).filter((page) => may[page]);
  return { id, kind, status, title: values.title ?? "", language: values.language || "en", pages };
}
