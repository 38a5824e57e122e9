import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editNetwork } from "~/domain/networks/edit-network.server";
import { getNetworkText, listNetworks } from "~/domain/networks/network-detail-queries.server";
import { networkForm } from "~/domain/networks/network-forms";
import { canPlaceNetwork } from "~/domain/networks/network-policy";
import { requireCoordinator } from "~/network-desk.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { EditNetworkPage } from "~/ui/membership/edit-network-page";
import { deskMeta } from "~/ui/membership/network-desk";
import { readDone } from "~/ui/membership/read-done";
import { orNotFound } from "~/ui/not-found";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  const text = orNotFound(await getNetworkText(readDb, network.id));
  const networks = (await listNetworks(readDb)).filter(
    (other) => other.id === text.parent || (other.id !== network.id && canPlaceNetwork(actor, network, other)),
  );
  return { network, text, networks, done: readDone(request, context.refused) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, syncIndex } = context.services;
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  const form = await request.formData();
  const { data, refused } = readForm(networkForm, form);
  if (refused) return refuse(context, refused);
  const wrong = await editNetwork(db, doing(context, actor), { id: network.id, network: data });
  if (wrong) return refuse(context, refuseField(form, wrong, "form.wrong"));
  await syncIndex();
  return redirect(`/networks/${network.id}/edit?done=policies`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? deskMeta(matches, data.network, "edit") : [];

export default function EditNetwork() {
  return <EditNetworkPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
