import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { documentSource } from "~/domain/citations/citation-sources";
import { getDocument } from "~/domain/documents/document-queries.server";
import { siteOrigin } from "~/site-origin";
import { DocumentPageView, documentMeta } from "~/ui/document/document-page";
import { notFound, orNotFound } from "~/ui/not-found";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  if (!/^[1-9]\d{0,5}$/.test(params.number ?? "")) throw notFound();
  const document = orNotFound(await getDocument(context.services.readDb, params.slug ?? "", Number(params.number)));
  const address = `${siteOrigin(context, request)}/documents/${document.slug}/versions/${params.number}`;
  return { document, citation: await context.services.citer.cite(documentSource(document), address) };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? documentMeta(matches, data.document) : [];

export default function DocumentVersion() {
  return <DocumentPageView {...useLoaderData<typeof loader>()} />;
}
