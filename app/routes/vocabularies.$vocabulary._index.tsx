import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canEditVocabularies } from "~/domain/editions/edition-policy";
import { readTermList } from "~/domain/vocabularies/vocabulary";
import { listMeanings } from "~/domain/vocabularies/vocabulary-queries.server";
import { readActor } from "~/signed-in.server";
import { orNotFound } from "~/ui/not-found";
import { VocabularyPage, vocabularyMeta } from "~/ui/vocabulary/vocabulary-page";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const list = orNotFound(readTermList(params.vocabulary));
  return {
    list,
    terms: await listMeanings(context.services.readDb, list),
    edits: canEditVocabularies(await readActor(context, request)),
  };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? vocabularyMeta(matches, data.list) : [];

export default function Terms() {
  return <VocabularyPage {...useLoaderData<typeof loader>()} />;
}
