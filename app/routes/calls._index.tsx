import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isOpen } from "~/domain/calls/call";
import { canDraftCalls } from "~/domain/calls/call-policy";
import { listCallDrafts, listCalls } from "~/domain/calls/call-queries.server";
import { readActor } from "~/signed-in.server";
import { CallsPage } from "~/ui/call/calls-page";
import { listMeta } from "~/ui/list-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const actor = await readActor(context, request);
  const calls = await listCalls(readDb);
  const coordinated =
    actor?.memberships.flatMap(({ coordinator, networkId }) => (coordinator ? [networkId] : [])) ?? [];
  return {
    open: calls.filter((call) => isOpen(call, now())),
    over: calls.filter((call) => !isOpen(call, now())),
    drafts: canDraftCalls(actor) ? await listCallDrafts(readDb, actor?.administrator ? "all" : coordinated) : null,
  };
}

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "calls");

export default function Calls() {
  return <CallsPage {...useLoaderData<typeof loader>()} />;
}
