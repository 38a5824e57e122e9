import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDesk } from "~/domain/contributions/desk-queries.server";
import { listNetworkNews } from "~/domain/networks/network-news-queries.server";
import { listWaiting } from "~/domain/notifications/notification-queries.server";
import { personal, requireActor } from "~/signed-in.server";
import { deskMeta } from "~/ui/desk/desk-meta";
import { DeskPage } from "~/ui/desk/desk-page";

export const headers = personal;

const newsFor = 90 * 24 * 60 * 60 * 1000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const actor = await requireActor(context, request);
  const networkIds = actor.memberships.map(({ networkId }) => networkId);
  const since = new Date(now().getTime() - newsFor);
  return {
    desk: await getDesk(readDb, actor),
    waiting: await listWaiting(readDb, actor.person.id, 20),
    news: await listNetworkNews(readDb, { networkIds, personId: actor.person.id, since }),
  };
}

export const meta: MetaFunction = ({ matches }) => deskMeta(matches);

export default function MyDesk() {
  return <DeskPage {...useLoaderData<typeof loader>()} />;
}
