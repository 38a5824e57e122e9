import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fieldsOf } from "~/domain/contributions/contribution-fields";
import { readableValue } from "~/domain/contributions/field-value";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { compareAttached } from "~/domain/reviews/compare-attached";
import { readValuesAt } from "~/domain/reviews/read-text-queries.server";
import { canReadReviewed } from "~/domain/reviews/review-policy";
import { listRounds } from "~/domain/reviews/review-queries.server";
import { shareReviews } from "~/domain/reviews/shared-view";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { readReviewed, taskAtHand, taskHead } from "~/review-at-hand.server";
import { describeAttached } from "~/review-attachments.server";
import { personal } from "~/signed-in.server";
import { valueLabel } from "~/ui/contribution/value-label";
import { notFound } from "~/ui/not-found";
import { ChangedPage } from "~/ui/review/changed-page";
import { reviewingMeta } from "~/ui/review/reviewing-meta";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await taskAtHand(context, request, params.id, canReadReviewed);
  const { task } = atHand;
  const { readDb } = context.services;
  const rounds = await listRounds(readDb, task.contribution.id);
  const previous = rounds.find(({ number }) => number === task.round.number - 1);
  if (!previous) throw notFound();
  const language = readLanguage(request);
  const t = translator(language);
  const terms = await listTemplateTerms(readDb);
  const [before, after] = [
    await readValuesAt(readDb, task.contribution.id, previous.revision),
    await readReviewed(context, task),
  ];
  const fields = fieldsOf(task.contribution.kind).flatMap((name) => {
    const readable = (value = "") => readableValue(name, value, (code) => valueLabel(t, language, terms, name, code));
    // A field that names persons may be missing on one side alone, and is then not shown.
    const hidden = before[name] !== undefined && after[name] === undefined;
    if (hidden || (before[name] ?? "") === (after[name] ?? "")) return [];
    return [{ name, before: readable(before[name]), after: readable(after[name]) }];
  });
  const changes = shareReviews(previous, "reviewer").flatMap((review) => review.changes);
  const [was, is] = [
    await describeAttached(context, request, previous),
    await describeAttached(context, request, task.round),
  ];
  return { head: await taskHead(context, atHand), fields, changes, attached: compareAttached(was, is) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  reviewingMeta(matches, "page.changed", data?.head.title);

export default function Changed() {
  return <ChangedPage {...useLoaderData<typeof loader>()} />;
}
