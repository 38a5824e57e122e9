import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { collectionToManage, curatedPlaces } from "~/collection-at-hand.server";
import { addItem } from "~/domain/collections/change-items.server";
import { addItemForm, featureForm } from "~/domain/collections/collection-forms";
import { listDraftsHolding, listOwnCollections } from "~/domain/collections/collection-list-queries.server";
import { canCurate } from "~/domain/collections/collection-policy";
import { getCollectionVersion } from "~/domain/collections/collection-queries.server";
import { feature, unfeature } from "~/domain/collections/feature.server";
import { listPlacesOf } from "~/domain/collections/feature-queries.server";
import { forbidden } from "~/domain/forbidden";
import { entryPath } from "~/domain/links/link";
import { getReferences } from "~/domain/links/link-queries.server";
import { doing, personal, refuse, requireActor } from "~/signed-in.server";
import { curatingMeta } from "~/ui/collection/collection-meta";
import { CuratePage } from "~/ui/collection/curate-page";
import { readForm, refuseField } from "~/ui/form/read-form";
import { notFound, orNotFound } from "~/ui/not-found";

export const headers = personal;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const actor = await requireActor(context, request);
  if (!canCurate(actor)) throw forbidden();
  const params = new URL(request.url).searchParams;
  const subject = await readSubject();
  const places = await curatedPlaces(context, actor);
  const networks = places.networks.map(({ id }) => id);
  return {
    subject,
    own: subject.kind === "entry" ? await listOwnCollections(readDb, { networks, site: places.site }) : [],
    holding: await listDraftsHolding(readDb, subject.id),
    places,
    featured: await listPlacesOf(readDb, subject.kind, subject.id),
    done: (["added", "featured"] as const).find((done) => params.get("done") === done) ?? null,
  };

  async function readSubject() {
    const collectionId = params.get("collection");
    if (collectionId !== null) {
      const { id, title, language } = orNotFound(await getCollectionVersion(readDb, collectionId));
      return { kind: "collection" as const, id, title, language, path: `/collections/${id}` };
    }
    const [entry] = await getReferences(readDb, [params.get("entry") ?? ""]);
    const { id, title, language } = orNotFound(entry);
    return { kind: "entry" as const, id, title, language, path: entryPath(orNotFound(entry)) };
  }
}

const problems = { unknown: "form.gone", full: "form.fullCollection", there: "form.gone" } as const;

export async function action({ request, context }: ActionFunctionArgs) {
  const { db } = context.services;
  const actor = await requireActor(context, request);
  if (!canCurate(actor)) throw forbidden();
  const form = await request.formData();
  if (form.get("form") === "add") {
    const { data, refused } = readForm(addItemForm, form);
    if (!data) return refuse(context, refused);
    const { collection } = await collectionToManage(context, request, data.collection);
    const problem = await addItem(db, actor, collection, data);
    if (problem) return refuse(context, refuseField(form, "collection", problems[problem]));
    return redirect(`/collections/add?entry=${encodeURIComponent(data.entry)}&done=added`);
  }
  const { data, refused } = readForm(featureForm, form);
  if (!data) return refuse(context, refused);
  const kind = data.collection === null ? ("entry" as const) : ("collection" as const);
  const id = data.collection ?? data.entry;
  if (id === null) throw notFound();
  const featured = { place: data.place, kind, id };
  if (form.get("form") === "unfeature") await unfeature(db, doing(context, actor), featured);
  else if (!(await feature(db, doing(context, actor), featured))) {
    return refuse(context, refuseField(form, "", "form.gone"));
  }
  return redirect(`/collections/add?${kind}=${encodeURIComponent(id)}&done=featured`);
}

export const meta: MetaFunction = ({ matches }) => curatingMeta(matches, "curate");

export default function Curate() {
  return <CuratePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
