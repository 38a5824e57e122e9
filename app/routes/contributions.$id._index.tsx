import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { contributionAtHand, headOf } from "~/contribution-at-hand.server";
import { getCallOf } from "~/domain/calls/call-queries.server";
import { valuesOf } from "~/domain/contributions/contribution";
import { listRenderedTexts } from "~/domain/contributions/rendered-texts.server";
import { listTemplateTerms } from "~/domain/contributions/template-terms-queries.server";
import { listFiles } from "~/domain/files/file-queries.server";
import { listContributionLinks } from "~/domain/links/contribution-link-queries.server";
import { personal } from "~/signed-in.server";
import { contributionMeta } from "~/ui/contribution/contribution-meta";
import { PreviewPage } from "~/ui/contribution/preview-page";

export const headers = personal;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const atHand = await contributionAtHand(context, request, params.id);
  const { contribution } = atHand;
  const { readDb, markdown } = context.services;
  const values = valuesOf(contribution);
  return {
    head: headOf(atHand),
    values,
    authors: contribution.authors.map(({ name }) => name),
    texts: await listRenderedTexts(readDb, markdown, contribution),
    call: (await getCallOf(readDb, contribution.id)) ?? null,
    files: await listFiles(readDb, contribution.id),
    links: await listContributionLinks(readDb, contribution.id),
    terms: await listTemplateTerms(readDb),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  contributionMeta(matches, "preview", data?.head.title);

export default function Preview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />;
}
