import type { LoaderFunctionArgs } from "@remix-run/node";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { auditAsCsv } from "~/domain/audit/audit-as-csv";
import { readAuditFilter } from "~/domain/audit/audit-filter";
import { listAuditEvents } from "~/domain/audit/audit-queries.server";

const most = 100_000;

/** What the page of the log shows, all pages of it, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireAdministrator(context, request);
  const filter = readAuditFilter(new URL(request.url).searchParams);
  const { lines } = await listAuditEvents(
    context.services.readDb,
    { filter, readerId: person.id },
    { limit: most, offset: 0 },
  );
  return new Response(auditAsCsv(lines), {
    headers: {
      ...administratorHeaders(),
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="polylogue-audit.csv"',
    },
  });
}
