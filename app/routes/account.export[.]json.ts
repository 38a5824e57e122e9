import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportAccount } from "~/domain/people/export-account.server";
import { requireSession } from "~/signed-in.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb, now } = context.services;
  const { person } = await requireSession(context, request);
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": 'attachment; filename="polylogue-account.json"',
    "Cache-Control": "private, no-store",
  };
  return new Response(JSON.stringify(await exportAccount(readDb, person.id, now()), null, 2), { headers });
}
