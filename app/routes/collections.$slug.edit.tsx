import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { z } from "zod";
import { collectionToManage } from "~/collection-at-hand.server";
import { changeCollection, changePicture } from "~/domain/collections/change-collection.server";
import { annotateItem, moveItem, removeItem } from "~/domain/collections/change-items.server";
import {
  collectionForm,
  moveForm,
  noteForm,
  pictureForm,
  publishForm,
  removeItemForm,
  withdrawForm,
} from "~/domain/collections/collection-forms";
import { publishCollection } from "~/domain/collections/publish-collection.server";
import { withdrawCollection } from "~/domain/collections/withdraw-collection.server";
import { readUpload } from "~/domain/files/read-upload.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { curatingMeta } from "~/ui/collection/collection-meta";
import { EditCollectionPage } from "~/ui/collection/edit-collection-page";
import { readForm, refuseField } from "~/ui/form/read-form";
import { keptFields } from "~/unwritten.server";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { collection } = await collectionToManage(context, request, params.slug);
  return { collection, saved: new URL(request.url).searchParams.has("saved") };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, files, now } = context.services;
  const { actor, collection } = await collectionToManage(context, request, params.slug);
  const { fields: form, upload, discard } = await readUpload(request, files, keptFields(context));
  const here = `/collections/${collection.id}/edit`;
  const gone = () => refuse(context, refuseField(form, "", "form.gone"), 409);

  /** Reads the form and does what it asks for. */
  async function on<T extends z.ZodObject>(schema: T, does: (data: z.output<T>) => Promise<unknown>) {
    const { data, refused } = readForm(schema, form);
    if (refused) return refuse(context, refused);
    return (await does(data)) === false ? gone() : redirect(`${here}?saved`);
  }

  try {
    switch (form.get("form")) {
      case "texts":
        return await on(collectionForm, (texts) => changeCollection(db, actor, collection, texts, now()));
      case "note":
        return await on(noteForm, (item) => annotateItem(db, actor, collection, item));
      case "move":
        return await on(moveForm, (item) => moveItem(db, actor, collection, item));
      case "remove":
        return await on(removeItemForm, ({ entry }) => removeItem(db, actor, collection, entry));
      case "withdraw": {
        const { data, refused } = readForm(withdrawForm, form);
        if (!data) return refuse(context, refused);
        const done = await withdrawCollection(db, doing(context, actor), collection, data.reason);
        return done ? redirect(`/collections/${collection.id}`) : gone();
      }
      case "removePicture":
        await changePicture(db, actor, collection, null, now());
        return redirect(`${here}?saved`);
      case "picture": {
        const { data, refused } = readForm(pictureForm, form);
        if (!data) return refuse(context, refused);
        if (!upload) return refuse(context, refuseField(form, "file", "form.required"));
        const { stored, problem } = await files.takePicture(upload);
        if (problem) return refuse(context, refuseField(form, "file", `fileProblem.${problem}`));
        const { sha256, width, height, bytes } = stored;
        const picture = { sha256, width: width ?? 0, height: height ?? 0, bytes, ...data };
        await changePicture(db, actor, collection, picture, now());
        return redirect(`${here}?saved`);
      }
      case "publish": {
        const { data, refused } = readForm(publishForm, form);
        if (!data) return refuse(context, refused);
        // Somebody else published meanwhile: what they made is not published over unseen.
        if (String(form.get("version")) !== String(collection.currentVersion ?? "")) return gone();
        const number = await publishCollection(db, doing(context, actor), collection, data.changeNote);
        if (number === "empty") return refuse(context, refuseField(form, "", "form.emptyCollection"));
        return number === "published" ? gone() : redirect(`/collections/${collection.id}`);
      }
      default:
        return gone();
    }
  } finally {
    await discard();
  }
}

export const meta: MetaFunction = ({ matches }) => curatingMeta(matches, "edit");

export default function EditCollection() {
  return <EditCollectionPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
