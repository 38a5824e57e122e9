import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import { listMeta } from "~/ui/list-meta";
import { VocabulariesPage } from "~/ui/vocabulary/vocabularies-page";

export const loader = async ({ context }: LoaderFunctionArgs) => ({
  counts: await countTerms(context.services.readDb),
});

export const handle = { sameForAll: true };

export const meta: MetaFunction = ({ matches }) => listMeta(matches, "vocabularies");

export default function Vocabularies() {
  return <VocabulariesPage {...useLoaderData<typeof loader>()} />;
}
