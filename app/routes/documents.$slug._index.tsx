import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { aroundEntry } from "~/around-entry.server";
import { documentSource } from "~/domain/citations/citation-sources";
import { getDocument } from "~/domain/documents/document-queries.server";
import { readFind } from "~/domain/documents/find-in-document";
import { findInDocument } from "~/domain/documents/find-in-document.server";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { readLanguage } from "~/i18n/language";
import { siteOrigin } from "~/site-origin";
import { DocumentPageView, documentMeta } from "~/ui/document/document-page";
import { orNotFound } from "~/ui/not-found";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const document = orNotFound(await getDocument(context.services.readDb, params.slug ?? ""));
  const find = readFind(new URL(request.url).searchParams);
  const { search, citer } = context.services;
  const address = `${siteOrigin(context, request)}/documents/${document.slug}`;
  return {
    document,
    citation: await citer.cite(documentSource(document), address),
    around: await aroundEntry(context, request, document.slug),
    similar: await listSimilar(context.services, document.slug, {
      kinds: ["document", "practice", "case-study", "tool"],
    }),
    found: find && (await findInDocument(search, document, find, readLanguage(request))),
  };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? documentMeta(matches, data.document, data.found) : [];

export default function Document() {
  return <DocumentPageView {...useLoaderData<typeof loader>()} />;
}
