import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf, readTypedForm } from "~/contribution-at-hand.server";
import { answerFactCheck } from "~/domain/contributions/answer-fact-check.server";
import { askFactCheck } from "~/domain/contributions/ask-fact-check.server";
import { type Contribution, valuesOf } from "~/domain/contributions/contribution";
import { canAskFactCheck, canCheckFacts, canRead } from "~/domain/contributions/contribution-policy";
import { factCheckForm, toPoints } from "~/domain/contributions/fact-check-form";
import { listContributionLinks } from "~/domain/links/contribution-link-queries.server";
import type { Actor } from "~/domain/people/person-policy";
import { personal, refuse } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { FactCheckPage } from "~/ui/contribution/fact-check-page";
import { readForm } from "~/ui/form/read-form";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

const canSee = (actor: Actor, contribution: Contribution) =>
  contribution.kind === "case-study" && canRead(actor, contribution);

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canSee);
  const { actor, contribution } = atHand;
  return {
    head: headOf(atHand),
    factCheck: contribution.factCheck,
    hasCity: contribution.cityId !== null,
    values: valuesOf(contribution),
    links: await listContributionLinks(context.services.readDb, contribution.id),
    mayAsk: canAskFactCheck(actor, contribution),
    mayAnswer: canCheckFacts(actor, contribution),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canSee);
  const { db, now } = context.services;
  if (form.get("form") === "ask") {
    await askFactCheck(db, actor, contribution.id, now());
  } else {
    const { data, refused } = readForm(factCheckForm, form);
    if (refused) return refuse(context, refused);
    await answerFactCheck(db, actor, contribution.id, toPoints(data), now());
  }
  return redirect(`/contributions/${contribution.id}/fact-check`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "factCheck", data?.head.title);

export default function FactCheck() {
  return <FactCheckPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
