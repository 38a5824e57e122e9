import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/administrators-desk.server";
import { edit } from "~/domain/editions/edit.server";
import { termForm } from "~/domain/editions/edition-forms";
import { listEditionsOf, readFields } from "~/domain/editions/edition-queries.server";
import { readVocabulary } from "~/domain/vocabularies/vocabulary";
import { answerEdit, answerTakeBack, filled, justDone, refuseEdit } from "~/editing.server";
import { doing, personal } from "~/signed-in.server";
import { editingMeta } from "~/ui/editing/editing-meta";
import { readForm } from "~/ui/form/read-form";
import { orNotFound } from "~/ui/not-found";
import { EditTermPage } from "~/ui/vocabulary/edit-term-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  await requireAdministrator(context, request);
  const vocabulary = orNotFound(readVocabulary(params.vocabulary));
  const code = params.code ?? "";
  const part = { kind: "term" as const, subject: `${vocabulary}/${code}` };
  const fields = orNotFound(await readFields(readDb, part));
  return { vocabulary, code, fields, editions: await listEditionsOf(readDb, part), done: justDone(request) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await requireAdministrator(context, request);
  const vocabulary = orNotFound(readVocabulary(params.vocabulary));
  const subject = `${vocabulary}/${params.code}`;
  const here = `/vocabularies/${subject}/edit`;
  const form = await request.formData();
  if (form.get("form") === "take-back") return answerTakeBack(context, actor, form, `${here}?takenBackNow`);
  const { data, refused } = readForm(termForm, form);
  if (!data) return refuseEdit(context, refused);
  const { seen, ...texts } = data;
  const edited = await edit(
    context.services.db,
    doing(context, actor),
    { kind: "term", subject },
    {
      seen,
      wanted: filled(texts),
    },
  );
  return answerEdit(context, form, edited, { to: `${here}?saved` });
}

export const meta: MetaFunction = ({ matches }) => editingMeta(matches, "vocabularies.editTitle");

export default function EditTerm() {
  return <EditTermPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />;
}
