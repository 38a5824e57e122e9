import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSavedSearches } from "~/domain/saved-searches/saved-search-queries.server";
import { personal, requireSession } from "~/signed-in.server";
import { SavedSearchesPage, savedSearchesMeta } from "~/ui/saved-searches/saved-searches-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireSession(context, request);
  return { searches: await listSavedSearches(context.services.db, person.id) };
}

export const meta: MetaFunction = ({ matches }) => savedSearchesMeta(matches, "title");

export default function SavedSearches() {
  return <SavedSearchesPage {...useLoaderData<typeof loader>()} />;
}
