import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listQueue } from "~/domain/queue/queue-queries.server";
import { requireCoordinator } from "~/network-desk.server";
import { personal } from "~/signed-in.server";
import { deskMeta } from "~/ui/membership/network-desk";
import { QueuePage } from "~/ui/queue/queue-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const { actor, network } = await requireCoordinator(context, request, params.slug);
  return { network, lines: await listQueue(readDb, { actor, networkId: network.id }, now()) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? deskMeta(matches, data.network, "queue") : [];

export default function Queue() {
  return <QueuePage {...useLoaderData<typeof loader>()} />;
}
