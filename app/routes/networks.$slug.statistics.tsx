import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStatistics } from "~/domain/statistics/statistics-queries.server";
import { requireCoordinator } from "~/network-desk.server";
import { personal } from "~/signed-in.server";
import { deskMeta } from "~/ui/membership/network-desk";
import { StatisticsPage } from "~/ui/statistics/statistics-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  return {
    network,
    statistics: await readStatistics(readDb, { networkId: network.id, viewerId: actor.person.id }, now()),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? deskMeta(matches, data.network, "statistics") : [];

export default function Statistics() {
  return <StatisticsPage {...useLoaderData<typeof loader>()} />;
}
