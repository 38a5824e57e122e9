import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf, readTypedForm } from "~/contribution-at-hand.server";
import { addCoAuthor } from "~/domain/contributions/add-co-author.server";
import { coAuthorForm } from "~/domain/contributions/co-author-form";
import { canEdit } from "~/domain/contributions/contribution-policy";
import { removeCoAuthor } from "~/domain/contributions/remove-co-author.server";
import { personal, refuse } from "~/signed-in.server";
import { AuthorsPage } from "~/ui/contribution/authors-page";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { readForm } from "~/ui/form/read-form";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canEdit);
  const authors = atHand.contribution.authors.map(({ position, name, roles }) => ({ position, name, roles }));
  return { head: headOf(atHand), authors };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canEdit);
  const { db, now } = context.services;
  if (form.get("form") === "remove") {
    await removeCoAuthor(db, actor, contribution.id, Number(form.get("position")));
  } else {
    const { data, refused } = readForm(coAuthorForm, form);
    if (refused) return refuse(context, refused);
    await addCoAuthor(db, actor, contribution.id, data, now());
  }
  return redirect(`/contributions/${contribution.id}/authors`);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "authors", data?.head.title);

export default function Authors() {
  return <AuthorsPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused} />;
}
