import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readTypedForm } from "~/contribution-at-hand.server";
import { getOpenCall } from "~/domain/calls/call-queries.server";
import { newContributionForm } from "~/domain/contributions/new-contribution-form";
import { startContribution } from "~/domain/contributions/start-contribution.server";
import { readLanguage } from "~/i18n/language";
import { personal, refuse, requireActor } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { NewContributionPage } from "~/ui/contribution/new-contribution-page";
import { readForm } from "~/ui/form/read-form";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActor(context, request);
  const { readDb, now } = context.services;
  const asked = new URL(request.url).searchParams.get("call");
  const call = asked === null ? undefined : await getOpenCall(readDb, asked, now());
  return {
    once: crypto.randomUUID(),
    language: readLanguage(request),
    call: call ? { id: call.id, title: call.title, language: call.language } : null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const actor = await requireActor(context, request);
  const { data, refused } = readForm(newContributionForm, form);
  if (refused) return refuse(context, refused);
  const { db, now } = context.services;
  return redirect(`/contributions/${await startContribution(db, actor, data, now())}/edit`);
}

export const meta: MetaFunction = ({ matches }) => contributionMeta(matches, "start");

export default function NewContribution() {
  return <NewContributionPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
