import type { z } from "zod";
import { type ApiSite, bothAddressesOf, termsJson } from "~/domain/api/api-site";
import type { provision as provisionSchema } from "~/domain/api/schemas/document";
import type { ProvisionPage, ProvisionView } from "~/domain/documents/document";
import type { EntryReference, LinkView } from "~/domain/links/link";
import { provisionFieldsJson } from "./document-json";
import { concordanceJson, linksJson, ownLicence, referenceJson } from "./reference-json";

/** All that is known about a provision; `title` is its entry's. */
export interface WholeProvision {
  title: string;
  provision: ProvisionPage;
  parts: (Pick<ProvisionView, "id" | "eid" | "kind" | "label"> & { text: string })[];
  linksFrom: LinkView[];
  linksTo: LinkView[];
  sourceOf: EntryReference[];
}

export function provisionJson(site: ApiSite, whole: WholeProvision): z.infer<typeof provisionSchema> {
  const { provision, linksFrom, linksTo } = whole;
  const { document } = provision;
  const addressesOfPart = (id: string) => bothAddressesOf(site, { id, kind: "provision" });
  const neighbour = (other: { eid: string } | null) =>
    other && { eid: other.eid, ...addressesOfPart(`${document.slug}/${other.eid}`) };
  return {
    type: "provision",
    ...provisionFieldsJson(provision),
    title: whole.title,
    language: document.language,
    ...addressesOfPart(provision.id),
    license: ownLicence,
    text_license: null,
    updated_at: provision.updatedAt,
    document: {
      id: document.slug,
      title: document.title,
      short_title: document.shortTitle,
      kind: document.kind,
      date: document.date,
      event: document.event,
      publisher: document.publisher,
      where_to_get: document.whereToGet,
      ...bothAddressesOf(site, { id: document.slug, kind: "document" }),
    },
    version: provision.version,
    current: provision.current,
    notes: provision.notes,
    terms: termsJson(site, provision.terms),
    parts: whole.parts.map(({ id, eid, kind, label, text }) => ({
      id,
      eid,
      kind,
      label,
      text,
      ...addressesOfPart(id),
    })),
    links: linksJson(site, linksFrom, linksTo),
    concordance: concordanceJson(site, linksFrom, linksTo),
    source_of: whole.sourceOf.map((entry) => referenceJson(site, entry)),
    previous: neighbour(provision.previous),
    next: neighbour(provision.next),
  };
}
