import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf } from "~/contribution-at-hand.server";
import { getLastEvent } from "~/domain/audit/audit-queries.server";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import { entryPath } from "~/domain/links/link";
import { publishForm, publishNextForm } from "~/domain/publication/publication-forms";
import { canSeePublication } from "~/domain/publication/publication-policy";
import { NotPublishable, publishContribution } from "~/domain/publication/publish-contribution.server";
import { getPublished, isRevision } from "~/domain/publication/revision-queries.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { readForm, refuseField } from "~/ui/form/read-form";
import { PublishPage } from "~/ui/publication/publish-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const atHand = await contributionAtHand(context, request, params.id, canSeePublication);
  const { id, kind } = atHand.contribution;
  const published = await getPublished(readDb, id);
  return {
    head: headOf(atHand),
    isNext: await isRevision(readDb, id),
    published: published && { path: entryPath({ id: published.entryId, kind }), number: published.number },
    last: (await getLastEvent(readDb, { kind: "contribution", id })) ?? null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canSeePublication);
  const { db, readDb, syncIndex } = context.services;
  const { id } = contribution;
  const form = await request.formData();
  const read = readForm((await isRevision(readDb, id)) ? publishNextForm : publishForm, form);
  if (read.refused) return refuse(context, read.refused);
  try {
    await publishContribution(db, doing(context, actor), { id, changeNote: read.data.note || null });
  } catch (error) {
    if (error instanceof MovedOn) return refuse(context, refuseField(form, "", "form.movedOn"), 409);
    if (!(error instanceof NotPublishable)) throw error;
    return refuse(context, refuseField(form, "", error.reason === "incomplete" ? "form.incomplete" : "form.baseMoved"));
  }
  await syncIndex();
  return redirect(`/contributions/${id}/publish`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "publish", data?.head.title);

export default function Publish() {
  return <PublishPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
