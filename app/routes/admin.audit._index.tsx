import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { readAuditFilter } from "~/domain/audit/audit-filter";
import { listAuditActions, listAuditEvents } from "~/domain/audit/audit-queries.server";
import { AuditPage, auditMeta } from "~/ui/audit/audit-page";
import { pageOf } from "~/ui/page-of";

export const headers = administratorHeaders;

const perPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const { person } = await requireAdministrator(context, request);
  const filter = readAuditFilter(new URL(request.url).searchParams);
  const page = pageOf(request);
  const asked = { filter, readerId: person.id };
  const { total, lines } = await listAuditEvents(readDb, asked, { limit: perPage, offset: (page - 1) * perPage });
  return { filter, page, pages: Math.ceil(total / perPage), total, lines, actions: await listAuditActions(readDb) };
}

export const meta: MetaFunction = ({ matches }) => auditMeta(matches);

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
