import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideRequest } from "~/domain/memberships/decide-request.server";
import { personForm } from "~/domain/memberships/membership-forms";
import { listMemberDetails } from "~/domain/memberships/membership-queries.server";
import { listNetworkCities } from "~/domain/networks/network-city-queries.server";
import { requireCoordinator } from "~/network-desk.server";
import { doing, mailOrigin, personal, refuse } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { MembersPage } from "~/ui/membership/members-page";
import { deskMeta } from "~/ui/membership/network-desk";
import { readDone } from "~/ui/membership/read-done";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { network } = await requireCoordinator(context, request, params.slug);
  return {
    network,
    people: await listMemberDetails(readDb, network.id),
    cities: await listNetworkCities(readDb, network.id),
    done: readDone(request, context.refused),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, postman } = context.services;
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  const form = await request.formData();
  const { data, refused } = readForm(personForm, form);
  if (refused) return refuse(context, refused);
  const accept = form.get("form") === "accept";
  const decision = { network, personId: data.person, accept, origin: mailOrigin(context, request) };
  if (!(await decideRequest(db, doing(context, actor), decision)))
    return refuse(context, refuseField(form, "", "form.gone"));
  postman.wake();
  return redirect(`/networks/${network.id}/members?done=${accept ? "accepted" : "declined"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? deskMeta(matches, data.network, "members") : [];

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
