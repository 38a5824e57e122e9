import type { z } from "zod";
import type { EntryStamp } from "~/domain/api/api-queries.server";
import { type ApiSite, bothAddressesOf, termJson } from "~/domain/api/api-site";
import type * as schemas from "~/domain/api/schemas/city";
import type { CityListLine, CityPage } from "~/domain/cities/city";
import { ownLicence, sourceJson, toolReferenceJson } from "./reference-json";

export const cityLineJson = (
  site: ApiSite,
  city: CityListLine,
  stamp: EntryStamp,
): z.infer<typeof schemas.cityLine> => ({
  id: city.id,
  type: "city",
  kind: city.kind,
  title: city.name.en,
  summary: stamp.summary,
  language: stamp.language,
  ...bothAddressesOf(site, { id: city.id, kind: "city" }),
  license: ownLicence,
  updated_at: stamp.updatedAt,
  country: termJson(site, city.country),
  region: termJson(site, city.region),
  latitude: city.latitude,
  longitude: city.longitude,
  counts: { practices: city.practices, case_studies: city.caseStudies },
});

export const cityJson = (site: ApiSite, city: CityPage, stamp: EntryStamp): z.infer<typeof schemas.city> => ({
  ...cityLineJson(site, city, stamp),
  geonames_id: city.geonamesId,
  population_band: city.populationBand,
  experiences: city.experiences.map((line) => ({
    id: line.id,
    type: line.kind,
    title: line.title,
    summary: line.summary,
    language: line.language,
    year: line.year,
    review_status: line.reviewStatus,
    tools: line.tools.map((tool) => toolReferenceJson(site, tool)),
    ...bothAddressesOf(site, line),
  })),
  quotations: city.quotations.map(({ id, speaker, text, language, shortTitle }) => ({
    id,
    speaker,
    text,
    language,
    document_title: shortTitle,
    ...bothAddressesOf(site, { id, kind: "provision" }),
  })),
  sources: city.sources.map((source) => sourceJson(site, source)),
});
