import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf } from "~/contribution-at-hand.server";
import { missingFields } from "~/domain/contributions/completeness";
import { valuesOf } from "~/domain/contributions/contribution";
import { canDelete, canSubmit, canWithdraw } from "~/domain/contributions/contribution-policy";
import { listNetworkNames } from "~/domain/contributions/desk-queries.server";
import { submitContribution } from "~/domain/contributions/submit-contribution.server";
import { withdrawContribution } from "~/domain/contributions/withdraw-contribution.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { SubmitPage } from "~/ui/contribution/submit-page";
import type { FieldError, Refused } from "~/ui/form/read-form";

export const headers = personal;

type Judge = typeof canSubmit;
const canMoveOn: Judge = (actor, contribution) => canSubmit(actor, contribution) || canWithdraw(actor, contribution);

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canMoveOn);
  const { actor, contribution } = atHand;
  const networkIds = actor.memberships.map(({ networkId }) => networkId);
  return {
    head: headOf(atHand),
    submittedAt: contribution.submittedAt,
    missing: missingFields(contribution.kind, valuesOf(contribution)),
    networks: await listNetworkNames(context.services.readDb, networkIds),
    network: contribution.networkId,
    mayDelete: canDelete(actor, contribution),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canMoveOn);
  const { db } = context.services;
  const doer = doing(context, actor);
  const form = await request.formData();
  if (form.get("form") === "withdraw") {
    await withdrawContribution(db, doer, contribution.id);
    return redirect(`/contributions/${contribution.id}/edit`);
  }
  const network = String(form.get("network") ?? "");
  const outcome = await submitContribution(db, doer, contribution.id, network);
  if (outcome.submitted) return redirect(`/contributions/${contribution.id}/submit`);
  const errors: Refused["errors"] = Object.fromEntries(
    outcome.missing.map((field): [string, FieldError] => [field, { message: "form.required" }]),
  );
  if (outcome.network === "none") errors.network = { message: "form.noNetwork" };
  return refuse(context, { form: "submit", errors, values: { network } });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "submit", data?.head.title);

export default function Submit() {
  return <SubmitPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
