import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { aroundEntry } from "~/around-entry.server";
import { provisionSource } from "~/domain/citations/citation-sources";
import { getDocument } from "~/domain/documents/document-queries.server";
import { findQuery, readFind } from "~/domain/documents/find-in-document";
import { findInDocument } from "~/domain/documents/find-in-document.server";
import { findRedirect, getProvision, listParts } from "~/domain/documents/provision-queries.server";
import { listLinksFrom, listLinksTo, listRestingOn } from "~/domain/links/link-queries.server";
import { listSimilar } from "~/domain/search/similar-entries.server";
import { readLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import { siteOrigin } from "~/site-origin";
import { notFound } from "~/ui/not-found";
import { provisionName } from "~/ui/provision/provision-name";
import { ProvisionPageView, provisionMeta } from "~/ui/provision/provision-page";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug = "", eid = "" } = params;
  const { readDb, search } = context.services;
  const find = readFind(new URL(request.url).searchParams);
  const provision = await getProvision(readDb, slug, eid);
  // A removed provision stays readable; one that moved is found at its new address.
  if (!provision?.current) {
    const moved = await findRedirect(readDb, slug, eid);
    if (moved) throw redirect(`/documents/${slug}/${moved}${findQuery(find)}`, 301);
    if (!provision) throw notFound();
  }
  const name = provisionName(translator("en"), provision);
  const document = find && (await getDocument(readDb, slug));
  const address = `${siteOrigin(context, request)}/documents/${provision.id}`;
  const parts = await listParts(readDb, slug, eid);
  const linksTo = await listLinksTo(readDb, provision.id);
  const linksFrom = await listLinksFrom(readDb, provision.id);
  const restingOn = await listRestingOn(readDb, provision.id);
  const named = [...parts, ...restingOn, ...[...linksTo, ...linksFrom].map(({ other }) => other)];
  return {
    ...{ provision, parts, linksTo, linksFrom, restingOn },
    citation: await context.services.citer.cite(provisionSource(provision, name), address),
    around: await aroundEntry(context, request, provision.id, `/documents/${provision.id}`),
    similar: await listSimilar(context.services, provision.id, { besides: named.map(({ id }) => id) }),
    found: find && document ? await findInDocument(search, document, find, readLanguage(request)) : null,
  };
}

export const handle = { sameForAll: true };

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? provisionMeta(matches, data.provision) : [];

export default function Provision() {
  return <ProvisionPageView {...useLoaderData<typeof loader>()} />;
}
