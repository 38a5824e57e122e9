import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { documentSource } from "~/domain/citations/citation-sources";
import { getDocument } from "~/domain/documents/document-queries.server";
import { siteOrigin } from "~/site-origin";
import { DocumentPageView, documentMeta } from "~/ui/document/document-page";
import { orNotFound } from "~/ui/not-found";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const document = orNotFound(await getDocument(context.services.readDb, params.slug ?? ""));
  const address = `${siteOrigin(context, request)}/documents/${document.slug}`;
  return { document, citation: await context.services.citer.cite(documentSource(document), address) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? documentMeta(matches, data.document) : [];

export default function Document() {
  return <DocumentPageView {...useLoaderData<typeof loader>()} />;
}
