import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { AdminIndexPage, adminIndexMeta } from "~/ui/admin/admin-index-page";

export const headers = administratorHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireAdministrator(context, request);
  return null;
}

export const meta: MetaFunction = ({ matches }) => adminIndexMeta(matches);

export default function Admin() {
  return <AdminIndexPage />;
}
