import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/administrators-desk.server";
import { edit } from "~/domain/editions/edit.server";
import { mergeForm, tagNameForm } from "~/domain/editions/edition-forms";
import { listEditionsOf, readFields } from "~/domain/editions/edition-queries.server";
import { mergeTag } from "~/domain/editions/merge-tag.server";
import { getTag, listTags } from "~/domain/tags/tag-queries.server";
import { answerEdit, answerTakeBack, justDone, refuseEdit } from "~/editing.server";
import { doing, personal } from "~/signed-in.server";
import { editingMeta } from "~/ui/editing/editing-meta";
import { readForm, refuseField } from "~/ui/form/read-form";
import { orNotFound } from "~/ui/not-found";
import { EditTagPage } from "~/ui/tags/edit-tag-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  await requireAdministrator(context, request);
  const tag = orNotFound(await getTag(readDb, params.slug ?? ""));
  const part = { kind: "tag" as const, subject: tag.slug };
  return {
    tag,
    mergedInto: tag.standsFor === tag.slug ? null : orNotFound(await getTag(readDb, tag.standsFor)),
    others: (await listTags(readDb)).filter(({ slug }) => slug !== tag.slug),
    fields: orNotFound(await readFields(readDb, part)),
    editions: await listEditionsOf(readDb, part),
    done: justDone(request),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db } = context.services;
  const actor = await requireAdministrator(context, request);
  const slug = params.slug ?? "";
  const here = `/tags/${slug}/edit`;
  const form = await request.formData();
  switch (form.get("form")) {
    case "take-back":
      return answerTakeBack(context, actor, form, `${here}?takenBackNow`);
    case "merge": {
      const { data, refused } = readForm(mergeForm, form);
      if (!data) return refuseEdit(context, refused);
      const edited = await mergeTag(db, doing(context, actor), { slug, ...data });
      if ("wrong" in edited) return refuseEdit(context, refuseField(form, "into", "form.wrong"));
      return answerEdit(context, form, edited, { to: `${here}?saved`, field: "into" });
    }
    default: {
      const { data, refused } = readForm(tagNameForm, form);
      if (!data) return refuseEdit(context, refused);
      const { seen, label } = data;
      const part = { kind: "tag" as const, subject: slug };
      const edited = await edit(db, doing(context, actor), part, { seen, wanted: { ...seen, label } });
      return answerEdit(context, form, edited, { to: `${here}?saved`, field: "label" });
    }
  }
}

export const meta: MetaFunction = ({ matches }) => editingMeta(matches, "tags.edit");

export default function EditTag() {
  return <EditTagPage {...useLoaderData<typeof loader>()} {...useActionData<typeof action>()} />;
}
