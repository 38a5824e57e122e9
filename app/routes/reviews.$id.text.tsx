import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fieldsOf, ruleOf } from "~/domain/contributions/contribution-fields";
import { isEmpty, readableValue } from "~/domain/contributions/field-value";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { canReadReviewed } from "~/domain/reviews/review-policy";
import { listReviewedFiles } from "~/domain/reviews/reviewed-file-queries.server";
import { listReviewedLinks } from "~/domain/reviews/reviewed-link-queries.server";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { authorNames, readReviewed, taskAtHand, taskHead } from "~/review-at-hand.server";
import { personal } from "~/signed-in.server";
import { valueLabel } from "~/ui/contribution/value-label";
import { type ReadField, ReviewedTextPage } from "~/ui/review/reviewed-text-page";
import { reviewingMeta } from "~/ui/review/reviewing-meta";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await taskAtHand(context, request, params.id, canReadReviewed);
  const { task } = atHand;
  const language = readLanguage(request);
  const t = translator(language);
  const { readDb } = context.services;
  const terms = await listTemplateTerms(readDb);
  const values = await readReviewed(context, task);
  const written = fieldsOf(task.contribution.kind).filter((name) => name !== "title" && !isEmpty(values[name] ?? ""));
  const fields = await Promise.all(
    written.map(async (name): Promise<ReadField> => {
      const value = values[name] ?? "";
      const text = readableValue(name, value, (code) => valueLabel(t, language, terms, name, code));
      const isText = ruleOf(name).kind === "text";
      return { name, text, html: isText ? await context.services.markdown.renderForReaders(value) : null };
    }),
  );
  return {
    head: await taskHead(context, atHand),
    fields,
    authors: await authorNames(context, task),
    links: await listReviewedLinks(readDb, task.round.id),
    files: await listReviewedFiles(readDb, task.round),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  reviewingMeta(matches, "page.text", data?.head.title);

export default function ReviewedText() {
  return <ReviewedTextPage {...useLoaderData<typeof loader>()} />;
}
