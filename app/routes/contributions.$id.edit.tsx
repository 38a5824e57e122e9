import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf, readTypedForm } from "~/contribution-at-hand.server";
import { judgeCompleteness } from "~/domain/contributions/completeness";
import { valuesOf } from "~/domain/contributions/contribution";
import { fieldsOf } from "~/domain/contributions/contribution-fields";
import { readGivenFields } from "~/domain/contributions/contribution-form";
import { canEdit } from "~/domain/contributions/contribution-policy";
import { type KeptField, toEditedFields } from "~/domain/contributions/edited-fields";
import { renderGiven } from "~/domain/contributions/render-given.server";
import { saveFields } from "~/domain/contributions/save-fields.server";
import { knownCodes } from "~/domain/contributions/template-terms";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { countLinks } from "~/domain/links/contribution-link";
import { listContributionLinks } from "~/domain/links/contribution-link-queries.server";
import { personal } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { EditorPage } from "~/ui/contribution/editor-page";
import { refusedFields } from "~/ui/contribution/refused-fields";

export { WritingError as ErrorBoundary } from "~/ui/contribution/session-ended-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id, canEdit);
  const { contribution } = atHand;
  return {
    head: headOf(atHand),
    contribution,
    terms: await listTemplateTerms(context.services.readDb),
    completeness: judgeCompleteness(
      contribution.kind,
      valuesOf(contribution),
      countLinks(await listContributionLinks(context.services.readDb, contribution.id)),
    ),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

/** Saves what can be saved; what cannot comes back as it was typed. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const form = await readTypedForm(context, request);
  const { actor, contribution } = await contributionAtHand(context, request, params.id, canEdit);
  const { db, now, markdown } = context.services;
  const terms = await listTemplateTerms(db);
  const typed = readGivenFields(form, fieldsOf(contribution.kind), (name) => knownCodes(terms, name));
  const given = await renderGiven(markdown, typed);
  // Who ticks the box takes the other text: theirs is not sent.
  const chosen = given.filter(({ field }) => !form.has(`take.${field}`));
  const right = chosen.filter(({ problem }) => !problem);
  const outcomes = await saveFields(db, actor, contribution.id, right, now());
  const kept = chosen.flatMap(({ field, value, base, problem }): KeptField[] => {
    const found = outcomes.some((outcome) => outcome.field === field && outcome.outcome === "conflict");
    if (!problem && !found) return [];
    return [{ field, value, base, problem: problem ?? { problem: "conflict" } }];
  });
  if (kept.length === 0) return redirect(`/contributions/${contribution.id}/edit?saved`);
  context.refused = true;
  const isConflict = kept.every(({ problem }) => problem.problem === "conflict");
  return data({ kept }, isConflict ? 409 : 422);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded, matches }) =>
  contributionMeta(matches, "write", loaded?.head.title);

export default function Edit() {
  const { head, contribution, terms, completeness, saved } = useLoaderData<typeof loader>();
  const kept = useActionData<typeof action>()?.kept ?? [];
  return (
    <EditorPage
      {...{ head, terms, completeness, saved }}
      revision={contribution.revision}
      fields={toEditedFields(contribution, kept)}
      refused={kept.length > 0 ? refusedFields("edit", kept) : undefined}
    />
  );
}
