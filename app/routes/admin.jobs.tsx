import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { listJobs } from "~/domain/jobs/job-queries.server";
import { JobsPage, jobsMeta } from "~/ui/admin/jobs-page";

export const headers = administratorHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  await requireAdministrator(context, request);
  return { jobs: await listJobs(readDb, now()) };
}

export const meta: MetaFunction = ({ matches }) => jobsMeta(matches);

export default function Jobs() {
  return <JobsPage {...useLoaderData<typeof loader>()} />;
}
