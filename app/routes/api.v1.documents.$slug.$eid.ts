import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerEntry, refuseMethod } from "~/domain/api/answer-api";
import { provisionJson } from "~/domain/api/answers/provision-json";
import { found } from "~/domain/api/api-problem";
import { getStamps } from "~/domain/api/api-queries.server";
import { movedTo } from "~/domain/api/moved-to";
import { findRedirect, getProvision, listParts } from "~/domain/documents/provision-queries.server";
import { listLinksFrom, listLinksTo, listRestingOn } from "~/domain/links/link-queries.server";
import { siteOrigin } from "~/site-origin";

export const loader = ({ request, params: { slug = "", eid = "" }, context }: LoaderFunctionArgs) => {
  const { readDb, log } = context.services;
  return answerEntry({ request, origin: siteOrigin(context, request), log }, async (site) => {
    const known = await getProvision(readDb, slug, eid);
    // A removed provision stays readable; one that moved is found at its new address.
    const moved = known?.current ? undefined : await findRedirect(readDb, slug, eid);
    if (moved) return movedTo(request, site, `${slug}/${moved}`);
    const provision = found(known, `There is no provision “${eid}” in a document “${slug}”.`);
    const stamps = await getStamps(readDb, [provision.id]);
    return provisionJson(site, {
      title: stamps.get(provision.id)?.title ?? eid,
      provision,
      parts: await listParts(readDb, slug, eid),
      linksFrom: await listLinksFrom(readDb, provision.id),
      linksTo: await listLinksTo(readDb, provision.id),
      sourceOf: await listRestingOn(readDb, provision.id),
    });
  });
};

export const action = refuseMethod;
