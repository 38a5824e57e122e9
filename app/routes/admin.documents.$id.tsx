import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { administratorHeaders, requireAdministrator } from "~/administrators-desk.server";
import { type Correction, correctDocument } from "~/domain/documents/correct-document";
import { factsForm, mergeForm, relabelForm, splitForm, takeBackForm } from "~/domain/documents/draft-forms";
import { findTakenSlug, getDocumentDraft } from "~/domain/documents/draft-queries.server";
import { changeDraft, discardDraft, takeBackCorrection } from "~/domain/documents/keep-draft.server";
import { saveDraft } from "~/domain/documents/save-draft.server";
import { doing, refuse } from "~/signed-in.server";
import { readForm, refuseField } from "~/ui/form/read-form";
import { DraftPage } from "~/ui/importing/draft-page";
import { importingMeta } from "~/ui/importing/importing-meta";
import { orNotFound } from "~/ui/not-found";

export const headers = administratorHeaders;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  await requireAdministrator(context, request);
  const draft = orNotFound(await getDocumentDraft(readDb, params.id ?? ""));
  return { draft, taken: (await findTakenSlug(readDb, draft.document.slug)) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const actor = await requireAdministrator(context, request);
  const draft = orNotFound(await getDocumentDraft(db, params.id ?? ""));
  const form = await request.formData();
  const here = `/admin/documents/${draft.id}`;
  const gone = () => refuse(context, refuseField(form, "", "form.gone"), 409);
  const correct = async (revision: number, correction: Correction) => {
    if (revision !== draft.revision) return gone();
    const corrected = correctDocument(draft.document, correction);
    if (!corrected) return refuse(context, refuseField(form, correction.form === "split" ? "from" : "", "form.wrong"));
    const changed = await changeDraft(db, actor, draft, corrected, now());
    return changed ? redirect(`${here}#provision-${Math.max(0, correction.at - 1)}`) : gone();
  };
  switch (form.get("form")) {
    case "merge": {
      const { data, refused } = readForm(mergeForm, form);
      return refused ? refuse(context, refused) : correct(data.revision, { form: "merge", at: data.at });
    }
    case "split": {
      const { data, refused } = readForm(splitForm, form);
      return refused ? refuse(context, refused) : correct(data.revision, { form: "split", ...data });
    }
    case "relabel": {
      const { data, refused } = readForm(relabelForm, form);
      return refused ? refuse(context, refused) : correct(data.revision, { form: "relabel", ...data });
    }
    case "facts": {
      const { data, refused } = readForm(factsForm, form);
      if (refused) return refuse(context, refused);
      const { revision, ...facts } = data;
      if (revision !== draft.revision) return gone();
      const changed = await changeDraft(db, actor, draft, { ...draft.document, ...facts }, now());
      return changed ? redirect(here) : gone();
    }
    case "takeBack": {
      const { data, refused } = readForm(takeBackForm, form);
      if (refused) return refuse(context, refused);
      return (await takeBackCorrection(db, actor, { id: draft.id, ...data })) ? redirect(here) : gone();
    }
    case "discard":
      await discardDraft(db, actor, draft.id);
      return redirect("/admin/documents/new");
    case "save": {
      const { data, refused } = readForm(takeBackForm, form);
      if (refused) return refuse(context, refused);
      const saved = data.revision === draft.revision ? await saveDraft(db, doing(context, actor), draft) : "gone";
      if (saved === "gone") return gone();
      return saved === "taken"
        ? refuse(context, refuseField(form, "", "form.slugTaken"))
        : redirect(`/documents/${saved.slug}`);
    }
    default:
      return gone();
  }
}

export const meta: MetaFunction = ({ matches }) => importingMeta(matches);

export default function CorrectDocument() {
  return <DraftPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
