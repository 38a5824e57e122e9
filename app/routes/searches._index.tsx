import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { deleteSavedSearch } from "~/domain/saved-searches/delete-saved-search.server";
import { listSavedSearches } from "~/domain/saved-searches/saved-search-queries.server";
import { personal, requireSession } from "~/signed-in.server";
import { SavedSearchesPage, savedSearchesMeta } from "~/ui/saved-searches/saved-searches-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person } = await requireSession(context, request);
  return { searches: await listSavedSearches(context.services.db, person.id) };
}

/** Deleting one that is gone changes nothing, and says nothing about whose it was. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { person } = await requireSession(context, request);
  const form = await request.formData();
  if (form.get("form") === "delete")
    await deleteSavedSearch(context.services.db, person.id, String(form.get("id") ?? ""));
  return redirect("/searches");
}

export const meta: MetaFunction = ({ matches }) => savedSearchesMeta(matches, "title");

export default function SavedSearches() {
  return <SavedSearchesPage {...useLoaderData<typeof loader>()} />;
}
