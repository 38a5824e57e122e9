import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getDesk } from "~/domain/contributions/desk-queries.server";
import { personal, requireActor } from "~/signed-in.server";
import { deskMeta } from "~/ui/desk/desk-meta";
import { DeskPage } from "~/ui/desk/desk-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  return getDesk(context.services.readDb, await requireActor(context, request));
}

export const meta: MetaFunction = ({ matches }) => deskMeta(matches);

export default function MyDesk() {
  return <DeskPage {...useLoaderData<typeof loader>()} />;
}
