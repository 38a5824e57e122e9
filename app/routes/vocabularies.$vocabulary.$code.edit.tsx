import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/administrators-desk.server";
import { deleteTerm } from "~/domain/editions/delete-term.server";
import { edit } from "~/domain/editions/edit.server";
import { deleteTermForm, placeForm, termForm } from "~/domain/editions/edition-forms";
import { listEditionsOf, readFields } from "~/domain/editions/edition-queries.server";
import { isPlaceList, readTermList } from "~/domain/vocabularies/vocabulary";
import { answerEdit, answerTakeBack, filled, justDone, refuseEdit } from "~/editing.server";
import { doing, personal } from "~/signed-in.server";
import { editingMeta } from "~/ui/editing/editing-meta";
import { readForm } from "~/ui/form/read-form";
import { notFound, orNotFound } from "~/ui/not-found";
import { EditTermPage } from "~/ui/vocabulary/edit-term-page";

export const headers = personal;

/** Addresses are small letters, and the codes of countries capitals. @throws 404 where there is no such list */
function readPart(params: LoaderFunctionArgs["params"]) {
  const list = orNotFound(readTermList(params.vocabulary));
  const code = list === "country" ? (params.code ?? "").toUpperCase() : (params.code ?? "");
  const kind = isPlaceList(list) ? ("place" as const) : ("term" as const);
  return { list, code, part: { kind, subject: `${list}/${code}` } };
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  await requireAdministrator(context, request);
  const { list, code, part } = readPart(params);
  const fields = orNotFound(await readFields(readDb, part));
  const editions = await listEditionsOf(readDb, part);
  // A term that was deleted has a history; one that never was has no page.
  if (!fields.label_en && editions.length === 0) throw notFound();
  return { list, code, fields, editions, done: justDone(request) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const actor = await requireAdministrator(context, request);
  const { db } = context.services;
  const { part } = readPart(params);
  const here = `/vocabularies/${part.subject.toLowerCase()}/edit`;
  const doer = doing(context, actor);
  const form = await request.formData();
  if (form.get("form") === "take-back") return answerTakeBack(context, actor, form, `${here}?takenBackNow`);
  if (form.get("form") === "delete" && part.kind === "term") {
    const { data, refused } = readForm(deleteTermForm, form);
    if (!data) return refuseEdit(context, refused);
    const deleted = await deleteTerm(db, doer, part.subject, data.seen);
    return answerEdit(context, form, deleted, { to: `${here}?saved`, field: "sure" });
  }
  const { data, refused } = part.kind === "term" ? readForm(termForm, form) : readForm(placeForm, form);
  if (!data) return refuseEdit(context, refused);
  const { seen, ...texts } = data;
  // What the form does not show stays.
  const kept: Record<string, string> =
    part.kind === "term" ? { parent_code: seen.parent_code ?? "", position: seen.position ?? "" } : {};
  const edited = await edit(db, doer, part, { seen, wanted: filled({ ...kept, ...texts }) });
  return answerEdit(context, form, edited, { to: `${here}?saved` });
}

export const meta: MetaFunction = ({ matches }) => editingMeta(matches, "vocabularies.editTitle");

export default function EditTerm() {
  return <EditTermPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />;
}
