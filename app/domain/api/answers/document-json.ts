import type { z } from "zod";
import { type ApiSite, bothAddressesOf } from "~/domain/api/api-site";
import type * as schemas from "~/domain/api/schemas/document";
import type { DocumentPage, DocumentSummary, ProvisionView } from "~/domain/documents/document";
import { ownLicence } from "./reference-json";

export const documentLineJson = (site: ApiSite, document: DocumentSummary): z.infer<typeof schemas.documentLine> => ({
  id: document.slug,
  type: "document",
  kind: document.kind,
  title: document.title,
  summary: document.summary,
  language: document.language,
  ...bothAddressesOf(site, { id: document.slug, kind: "document" }),
  license: ownLicence,
  updated_at: document.updatedAt,
  short_title: document.shortTitle,
  date: document.date,
  event: document.event,
  version: document.currentVersion,
  counts: document.counts,
});

export const documentJson = (site: ApiSite, document: DocumentPage): z.infer<typeof schemas.document> => ({
  ...documentLineJson(site, document),
  text_license: null,
  publisher: document.publisher,
  source_url: document.sourceUrl,
  where_to_get: document.whereToGet,
  versions: document.versions.map((version) => ({
    number: version.number,
    imported_at: version.importedAt,
    change_note: version.changeNote,
    url: `${bothAddressesOf(site, { id: document.slug, kind: "document" }).url}/versions/${version.number}`,
  })),
  participants: document.participants,
  provisions: document.provisions.map((provision) => ({
    ...provisionFieldsJson(provision),
    ...bothAddressesOf(site, { id: provision.id, kind: "provision" }),
  })),
});

export const provisionFieldsJson = (provision: ProvisionView) => ({
  id: provision.id,
  eid: provision.eid,
  kind: provision.kind,
  label: provision.label,
  verb: provision.verb,
  heading: provision.heading,
  text: provision.text,
  speaker: provision.speaker,
  affiliation: provision.affiliation,
  parent_eid: provision.parentEid,
  depth: provision.depth,
  summary: provision.summary,
});
