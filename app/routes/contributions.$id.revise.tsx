import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf } from "~/contribution-at-hand.server";
import { canRead } from "~/domain/contributions/contribution-policy";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { canRevise } from "~/domain/publication/publication-policy";
import { reviseContribution } from "~/domain/publication/revise-contribution.server";
import { getOpenRevision } from "~/domain/publication/revision-queries.server";
import { doing, personal } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { RevisePage } from "~/ui/publication/revise-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  const atHand = await contributionAtHand(context, request, params.id, canRevise);
  const { actor, contribution } = atHand;
  const open = await getOpenRevision(readDb, contribution.id);
  const next = open && (await getContribution(readDb, open.id));
  const mayOpen = next !== undefined && canRead(actor, next);
  return {
    head: headOf(atHand),
    open: open ? { id: mayOpen ? open.id : null, status: open.status } : null,
    corrects: !contribution.authors.some(({ personId }) => personId === actor.person.id),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canRevise);
  const { db } = context.services;
  const draft = await reviseContribution(db, doing(context, actor), contribution.id);
  const begun = await getContribution(db, draft);
  // Somebody else's, begun a moment ago: its authors alone read a draft.
  if (!begun || !canRead(actor, begun)) return redirect(`/contributions/${contribution.id}/revise`);
  return redirect(`/contributions/${draft}/${begun.status === "draft" ? "edit" : ""}`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "revise", data?.head.title);

export default function Revise() {
  return <RevisePage {...useLoaderData<typeof loader>()} />;
}
