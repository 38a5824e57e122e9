import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { curatedPlaces } from "~/collection-at-hand.server";
import { newCollectionForm } from "~/domain/collections/collection-forms";
import { canCurate } from "~/domain/collections/collection-policy";
import { createCollection } from "~/domain/collections/create-collection.server";
import { forbidden } from "~/domain/forbidden";
import { personal, refuse, requireActor } from "~/signed-in.server";
import { curatingMeta } from "~/ui/collection/collection-meta";
import { NewCollectionPage } from "~/ui/collection/new-collection-page";
import { readForm, refuseField } from "~/ui/form/read-form";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActor(context, request);
  if (!canCurate(actor)) throw forbidden();
  return { places: await curatedPlaces(context, actor) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, now } = context.services;
  const actor = await requireActor(context, request);
  if (!canCurate(actor)) throw forbidden();
  const form = await request.formData();
  const { data, refused } = readForm(newCollectionForm, form);
  if (refused) return refuse(context, refused);
  const created = await createCollection(db, actor, data, now());
  if ("wrong" in created) return refuse(context, refuseField(form, created.wrong, "form.wrong"));
  return redirect(`/collections/${created.id}/edit`);
}

export const meta: MetaFunction = ({ matches }) => curatingMeta(matches, "new");

export default function NewCollection() {
  return <NewCollectionPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
