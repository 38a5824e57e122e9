import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf } from "~/contribution-at-hand.server";
import { toSteps } from "~/domain/contributions/change-steps";
import { canEdit, canSeeHistory } from "~/domain/contributions/contribution-policy";
import { listChanges } from "~/domain/contributions/contribution-queries.server";
import { restoreField } from "~/domain/contributions/restore-field.server";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { personal } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { HistoryPage } from "~/ui/contribution/history-page";

export const headers = personal;

const stepsPerPage = 30;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canSeeHistory);
  const { actor, contribution } = atHand;
  const { readDb } = context.services;
  const { searchParams } = new URL(request.url);
  const before = Number(searchParams.get("before")) || Number.MAX_SAFE_INTEGER;
  const steps = toSteps(await listChanges(readDb, contribution.id)).filter(({ revision }) => revision < before);
  const shown = steps.slice(0, stepsPerPage);
  return {
    head: headOf(atHand),
    steps: shown,
    older: steps.length > shown.length ? (shown.at(-1)?.revision ?? null) : null,
    standing: Object.fromEntries(Object.entries(contribution.fields).map(([name, { revision }]) => [name, revision])),
    mayRestore: canEdit(actor, contribution),
    restored: searchParams.has("restored"),
    terms: await listTemplateTerms(readDb),
  };
}

/** Gives a field an earlier value. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canEdit);
  const form = await request.formData();
  const { db, now } = context.services;
  const number = (name: string) => Number(form.get(name)) || 0;
  const wanted = { field: String(form.get("field")), revision: number("revision"), base: number("base") };
  const outcome = await restoreField(db, actor, contribution.id, wanted, now());
  if (!outcome || outcome.outcome === "conflict") return data({ conflict: true }, outcome ? 409 : 422);
  return redirect(`/contributions/${contribution.id}/history?restored`);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  contributionMeta(matches, "history", loaded?.head.title);

export default function History() {
  return <HistoryPage {...useLoaderData<typeof loader>()} conflict={useActionData<typeof action>() !== undefined} />;
}
