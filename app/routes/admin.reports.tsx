import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { listReportedFor } from "~/domain/threads/report-queries.server";
import { ReportsPage, reportsMeta } from "~/ui/threads/reports-page";

export const headers = administratorHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireAdministrator(context, request);
  return { reported: await listReportedFor(context.services.readDb, actor) };
}

export const meta: MetaFunction = ({ matches }) => reportsMeta(matches);

export default function Reports() {
  return <ReportsPage {...useLoaderData<typeof loader>()} />;
}
