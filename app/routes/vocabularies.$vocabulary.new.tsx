import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/administrators-desk.server";
import { addTerm } from "~/domain/editions/add-term.server";
import { newTermForm } from "~/domain/editions/edition-forms";
import { parentVocabulary } from "~/domain/vocabularies/term-code";
import { readVocabulary } from "~/domain/vocabularies/vocabulary";
import { listTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import { answerEdit, filled, refuseEdit } from "~/editing.server";
import { doing, personal } from "~/signed-in.server";
import { editingMeta } from "~/ui/editing/editing-meta";
import { readForm, refuseField } from "~/ui/form/read-form";
import { orNotFound } from "~/ui/not-found";
import { NewTermPage } from "~/ui/vocabulary/new-term-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  await requireAdministrator(context, request);
  const vocabulary = orNotFound(readVocabulary(params.vocabulary));
  const above = parentVocabulary(vocabulary);
  return { vocabulary, parents: above === null ? [] : await listTerms(context.services.readDb, above) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await requireAdministrator(context, request);
  const vocabulary = orNotFound(readVocabulary(params.vocabulary));
  const form = await request.formData();
  const { data, refused } = readForm(newTermForm, form);
  if (!data) return refuseEdit(context, refused);
  const { key: code, parent, ...texts } = data;
  const term = { vocabulary, code, parent: parent || null, texts: filled(texts) };
  const added = await addTerm(context.services.db, doing(context, actor), term);
  if (!("wrong" in added))
    return answerEdit(context, form, added, { to: `/vocabularies/${vocabulary}/${code}/edit?saved` });
  if (added.taken) return refuseEdit(context, refuseField(form, added.wrong, "form.keyTaken"), null, 409);
  return refuseEdit(context, refuseField(form, added.wrong, added.wrong === "key" ? "form.key" : "form.wrong"));
}

export const meta: MetaFunction = ({ matches }) => editingMeta(matches, "vocabularies.addTitle");

export default function NewTerm() {
  return <NewTermPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
