import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forbidden } from "~/domain/forbidden";
import { createNetwork } from "~/domain/networks/create-network.server";
import { listNetworks } from "~/domain/networks/network-detail-queries.server";
import { newNetworkForm } from "~/domain/networks/network-forms";
import { canCreateNetwork } from "~/domain/networks/network-policy";
import { doing, mailOrigin, personal, refuse, requireActor } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { NewNetworkPage, newNetworkMeta } from "~/ui/membership/new-network-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!canCreateNetwork(await requireActor(context, request))) throw forbidden();
  return { networks: await listNetworks(context.services.readDb) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, postman, syncIndex } = context.services;
  const actor = await requireActor(context, request);
  if (!canCreateNetwork(actor)) throw forbidden();
  const form = await request.formData();
  const { data, refused } = readForm(newNetworkForm, form);
  if (refused) return refuse(context, refused);
  const outcome = await createNetwork(db, doing(context, actor), {
    network: data,
    origin: mailOrigin(context, request),
  });
  if ("wrong" in outcome) {
    return refuse(
      context,
      refuseField(form, outcome.wrong, outcome.wrong === "name" ? "form.nameTaken" : "form.wrong"),
    );
  }
  postman.wake();
  await syncIndex();
  return redirect(`/networks/${outcome.id}/invitations?done=created`);
}

export const meta: MetaFunction = ({ matches }) => newNetworkMeta(matches);

export default function NewNetwork() {
  return <NewNetworkPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
