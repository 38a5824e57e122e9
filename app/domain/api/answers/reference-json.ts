import type { z } from "zod";
import { type ApiSite, addressesOf, bothAddressesOf, termJson } from "~/domain/api/api-site";
import type * as schemas from "~/domain/api/schemas/reference";
import type { EntryReference, LinkView } from "~/domain/links/link";
import type { CityLine } from "~/domain/practices/practice";
import { concordanceTypes } from "~db/schema/link";

/** The licence of the library's own words; documents belong to those who issued them. */
export const ownLicence = "CC-BY-4.0";

export const referenceJson = (site: ApiSite, entry: EntryReference): z.infer<typeof schemas.reference> => ({
  id: entry.id,
  type: entry.kind,
  title: entry.title,
  summary: entry.summary,
  language: entry.language,
  ...addressesOf(site, entry),
  city: entry.city?.en ?? null,
  provision: entry.provision && {
    document: entry.provision.document,
    document_title: entry.provision.shortTitle,
    eid: entry.provision.eid,
    kind: entry.provision.kind,
    label: entry.provision.label,
  },
});

/** The links of an entry, those that lead away from it first, without the concordance. */
export const linksJson = (site: ApiSite, outgoing: LinkView[], incoming: LinkView[]): z.infer<typeof schemas.link>[] =>
  both(outgoing, incoming)
    .filter(({ link }) => !isConcordance(link.type))
    .map(({ link, direction }) => ({
      type: link.type,
      direction,
      evidence: link.evidence,
      note: link.note,
      entry: referenceJson(site, link.other),
    }));

/** Of the links of a provision, those to the same matter in other documents. */
export const concordanceJson = (
  site: ApiSite,
  outgoing: LinkView[],
  incoming: LinkView[],
): z.infer<typeof schemas.concordance>[] =>
  both(outgoing, incoming).flatMap(({ link: { type, note, other }, direction }) =>
    isConcordance(type) ? [{ type, direction, note, entry: referenceJson(site, other) }] : [],
  );

const both = (outgoing: LinkView[], incoming: LinkView[]) => [
  ...outgoing.map((link) => ({ link, direction: "outgoing" as const })),
  ...incoming.map((link) => ({ link, direction: "incoming" as const })),
];

type ConcordanceType = (typeof concordanceTypes)[number];
const isConcordance = (type: string): type is ConcordanceType => concordanceTypes.some((known) => known === type);

export const cityReferenceJson = (site: ApiSite, city: CityLine): z.infer<typeof schemas.cityReference> => ({
  id: city.id,
  name: city.name.en,
  country: termJson(site, city.country),
  ...bothAddressesOf(site, { id: city.id, kind: "city" }),
});

export const toolReferenceJson = (
  site: ApiSite,
  { id, title }: { id: string; title: string },
): z.infer<typeof schemas.toolReference> => ({ id, title, ...bothAddressesOf(site, { id, kind: "tool" }) });

export const sourceJson = (
  site: ApiSite,
  source: { id: string; eid: string; shortTitle: string; summary: string | null },
): z.infer<typeof schemas.source> => ({
  id: source.id,
  eid: source.eid,
  document_title: source.shortTitle,
  summary: source.summary,
  ...bothAddressesOf(site, { id: source.id, kind: "provision" }),
});
