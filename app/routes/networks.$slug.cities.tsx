import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addCity } from "~/domain/networks/add-city.server";
import { listNetworkCities, listOtherCities } from "~/domain/networks/network-city-queries.server";
import { cityForm } from "~/domain/networks/network-forms";
import { removeCity } from "~/domain/networks/remove-city.server";
import { requireCoordinator } from "~/network-desk.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { NetworkCitiesPage } from "~/ui/membership/network-cities-page";
import { deskMeta } from "~/ui/membership/network-desk";
import { readDone } from "~/ui/membership/read-done";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { network } = await requireCoordinator(context, request, params.slug);
  return {
    network,
    cities: await listNetworkCities(readDb, network.id),
    others: await listOtherCities(readDb, network.id),
    done: readDone(request, context.refused),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db } = context.services;
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  const form = await request.formData();
  const { data, refused } = readForm(cityForm, form);
  if (refused) return refuse(context, refused);
  const doer = doing(context, actor);
  const change = { networkId: network.id, cityId: data.city };
  const removes = form.get("form") === "remove-city";
  const done = removes ? await removeCity(db, doer, change) : await addCity(db, doer, change);
  if (!done) return refuse(context, refuseField(form, removes ? "" : "city", removes ? "form.gone" : "form.wrong"));
  return redirect(`/networks/${network.id}/cities?done=${removes ? "cityRemoved" : "cityAdded"}`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? deskMeta(matches, data.network, "cities") : [];

export default function NetworkCities() {
  return <NetworkCitiesPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
