import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeSavedSearch } from "~/domain/saved-searches/change-saved-search.server";
import { deleteSavedSearch } from "~/domain/saved-searches/delete-saved-search.server";
import { searchChangeForm } from "~/domain/saved-searches/saved-search";
import { getSavedSearch } from "~/domain/saved-searches/saved-search-queries.server";
import { personal, refuse, requireSession } from "~/signed-in.server";
import { readForm } from "~/ui/form/read-form";
import { notFound, orNotFound } from "~/ui/not-found";
import { SavedSearchPage } from "~/ui/saved-searches/saved-search-page";
import { savedSearchesMeta } from "~/ui/saved-searches/saved-searches-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { person } = await requireSession(context, request);
  return { search: orNotFound(await getSavedSearch(context.services.db, person.id, params.id ?? "")) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const { person } = await requireSession(context, request);
  const id = params.id ?? "";
  orNotFound(await getSavedSearch(db, person.id, id));
  const form = await request.formData();
  if (form.get("form") === "delete") {
    await deleteSavedSearch(db, person.id, id);
    return redirect("/searches");
  }
  const { data, refused } = readForm(searchChangeForm, form);
  if (refused) return refuse(context, refused);
  if (!(await changeSavedSearch(db, person.id, id, data, now()))) throw notFound();
  return redirect("/searches");
}

export const meta: MetaFunction = ({ matches }) => savedSearchesMeta(matches, "changeTitle");

export default function ChangeSearch() {
  const { search } = useLoaderData<typeof loader>();
  return <SavedSearchPage search={search} refused={useActionData<typeof action>()?.refused} />;
}
