import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { provisionSource } from "~/domain/citations/citation-sources";
import { findRedirect, getProvision, listParts } from "~/domain/documents/provision-queries.server";
import { listLinksFrom, listLinksTo, listRestingOn } from "~/domain/links/link-queries.server";
import { translator } from "~/i18n/translate";
import { siteOrigin } from "~/site-origin";
import { notFound } from "~/ui/not-found";
import { provisionName } from "~/ui/provision/provision-name";
import { ProvisionPageView, provisionMeta } from "~/ui/provision/provision-page";

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const { slug = "", eid = "" } = params;
  const { readDb } = context.services;
  const provision = await getProvision(readDb, slug, eid);
  // A removed provision stays readable; one that moved is found at its new address.
  if (!provision?.current) {
    const moved = await findRedirect(readDb, slug, eid);
    if (moved) throw redirect(`/documents/${slug}/${moved}`, 301);
    if (!provision) throw notFound();
  }
  const name = provisionName(translator("en"), provision);
  const address = `${siteOrigin(context, request)}/documents/${provision.id}`;
  return {
    provision,
    parts: await listParts(readDb, slug, eid),
    linksTo: await listLinksTo(readDb, provision.id),
    linksFrom: await listLinksFrom(readDb, provision.id),
    restingOn: await listRestingOn(readDb, provision.id),
    citation: await context.services.citer.cite(provisionSource(provision, name), address),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? provisionMeta(matches, data.provision) : [];

export default function Provision() {
  return <ProvisionPageView {...useLoaderData<typeof loader>()} />;
}
