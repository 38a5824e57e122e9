import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { saveSearch } from "~/domain/saved-searches/save-search.server";
import { keptQuery, nameOfSearch, newSearchForm } from "~/domain/saved-searches/saved-search";
import { readLanguage } from "~/i18n/language";
import { personal, refuse, requireSession } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { SavedSearchPage } from "~/ui/saved-searches/saved-search-page";
import { savedSearchesMeta } from "~/ui/saved-searches/saved-searches-page";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireSession(context, request);
  const query = keptQuery(new URL(request.url).searchParams);
  return { query, name: nameOfSearch(query) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const { person } = await requireSession(context, request);
  const form = await request.formData();
  const { data, refused } = readForm(newSearchForm, form);
  if (refused) return refuse(context, refused);
  const saved = await saveSearch(db, person.id, { ...data, language: readLanguage(request) }, now());
  return saved ? redirect("/searches") : refuse(context, refuseField(form, "", "form.savedMany"));
}

export const meta: MetaFunction = ({ matches }) => savedSearchesMeta(matches, "save");

export default function NewSearch() {
  const { query, name } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused;
  return <SavedSearchPage search={{ query, name, alerts: "daily" }} isNew refused={refused} />;
}
