import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { describeApi } from "~/domain/api/openapi";
import { listKnownValues } from "~/domain/api/vocabulary-values-queries.server";
import { siteOrigin } from "~/site-origin";
import { ApiPage, apiMeta } from "~/ui/api/api-page";

/** The description of the API as a page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const known = await listKnownValues(context.services.readDb);
  const { components: _schemas, ...description } = describeApi(siteOrigin(context, request), known);
  return { description };
}

export const meta: MetaFunction = ({ matches }) => apiMeta(matches);

export default function Api() {
  return <ApiPage {...useLoaderData<typeof loader>()} />;
}
