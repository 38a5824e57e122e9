import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listConcordance, listRecommendations } from "~/domain/documents/recommendation-queries.server";
import { listTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import { listMeta } from "~/ui/list-meta";
import { RecommendationsPage } from "~/ui/recommendations/recommendations-page";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { readDb } = context.services;
  return {
    theme: new URL(request.url).searchParams.get("theme"),
    themes: await listTerms(readDb, "theme"),
    recommendations: await listRecommendations(readDb),
    concordance: await listConcordance(readDb),
  };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "recommendations");

export default function Recommendations() {
  return <RecommendationsPage {...useLoaderData<typeof loader>()} />;
}
