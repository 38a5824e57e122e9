import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePolicies } from "~/domain/networks/change-policies.server";
import { policiesForm } from "~/domain/networks/network-forms";
import { requireCoordinator } from "~/network-desk.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { readForm } from "~/ui/form/read-form";
import { deskMeta } from "~/ui/membership/network-desk";
import { PoliciesPage } from "~/ui/membership/policies-page";
import { readDone } from "~/ui/membership/read-done";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { network } = await requireCoordinator(context, request, params.slug);
  return { network, done: readDone(request, context.refused) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  const { data, refused } = readForm(policiesForm, await request.formData());
  if (refused) return refuse(context, refused);
  await changePolicies(context.services.db, doing(context, actor), { networkId: network.id, policies: data });
  return redirect(`/networks/${network.id}/policies?done=policies`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? deskMeta(matches, data.network, "policies") : [];

export default function Policies() {
  return <PoliciesPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
