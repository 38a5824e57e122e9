import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf } from "~/contribution-at-hand.server";
import { getLastEvent } from "~/domain/audit/audit-queries.server";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import { archiveForm, withdrawForm } from "~/domain/publication/publication-forms";
import { canArchive, canRestore, canRetire, canSeePublication } from "~/domain/publication/publication-policy";
import { restorePublication } from "~/domain/publication/restore-publication.server";
import { retirePublication } from "~/domain/publication/retire-publication.server";
import { getPublished } from "~/domain/publication/revision-queries.server";
import { getStanding } from "~/domain/publication/version-queries.server";
import { doing, personal, refuse } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { readForm, refuseField } from "~/ui/form/read-form";
import { notFound } from "~/ui/not-found";
import { RetirePage } from "~/ui/publication/retire-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const atHand = await contributionAtHand(context, request, params.id, canSeePublication);
  const { actor, contribution } = atHand;
  const published = await getPublished(readDb, contribution.id);
  if (!published) throw notFound();
  return {
    head: headOf(atHand),
    may: {
      archive: canArchive(actor, contribution),
      restore: canRestore(actor, contribution),
      withdraw: canRetire(actor, contribution),
    },
    retired: (await getStanding(readDb, published.entryId))?.retirement ?? null,
    last: (await getLastEvent(readDb, { kind: "contribution", id: contribution.id })) ?? null,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canSeePublication);
  const { db, syncIndex } = context.services;
  const { id } = contribution;
  const doer = doing(context, actor);
  const form = await request.formData();
  const name = form.get("form");
  try {
    if (name === "restore") await restorePublication(db, doer, id);
    else {
      const verb = name === "archive" ? "archive" : "withdraw";
      const { data, refused } = readForm(verb === "archive" ? archiveForm : withdrawForm, form);
      if (refused) return refuse(context, refused);
      await retirePublication(db, doer, { id, verb, reason: data.reason });
    }
  } catch (error) {
    if (!(error instanceof MovedOn)) throw error;
    return refuse(context, refuseField(form, "", "form.movedOn"), 409);
  }
  await syncIndex();
  return redirect(`/contributions/${id}/retire`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "retire", data?.head.title);

export default function Retire() {
  return <RetirePage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
