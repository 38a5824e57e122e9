import type { Generated } from "kysely";
import type { Anonymity, JoinPolicy } from "./membership";
export const populationBands = ["under-100k", "100k-500k", "500k-1m", "1m-5m", "over-5m"] as const;
export type PopulationBand = (typeof populationBands)[number];

/** A UN M49 region; `code` is a slug (`western-africa`), parents reach up to `world`'s children (`africa`). */
export interface RegionTable {
  code: string;
  m49: string;
  parent_code: string | null;
  label_en: string;
  label_fr: string;
  label_es: string;
}

/** ISO 3166-1; `code` is alpha-2 in capitals. */
export interface CountryTable {
  code: string;
  iso3: string;
  m49: string;
  region_code: string;
  label_en: string;
  label_fr: string;
  label_es: string;
}

/** A city, or another local government (a regency, an inter-municipal body). Its English name is its entry's title. */
export interface CityTable {
  id: string;
  kind: "city" | "regency" | "inter-municipal" | "district";
  /** Null where the language has no other name for it than English. */
  name_fr: string | null;
  name_es: string | null;
  country_code: string;
  latitude: number;
  longitude: number;
  geonames_id: number | null;
  population_band: PopulationBand | null;
}

export interface OrganisationTable {
  id: string;
  acronym: string | null;
  kind: "intergovernmental" | "civil-society" | "academic" | "local-government-association" | "public";
  country_code: string | null;
  website: string | null;
}

/** A network of cities. */
export interface NetworkTable {
  id: string;
  acronym: string | null;
  /** The organisation that carries it. */
  organisation_id: string | null;
  website: string | null;
  /** The network that this one is a part of. */
  parent_id: Generated<string | null>;
  join_policy: Generated<JoinPolicy>;
  /** How many reviews a decision needs. */
  reviews_needed: Generated<number>;
  /** 1: coordinators may publish their own members' snapshots without a review. */
  publishes_snapshots: Generated<0 | 1>;
  anonymity: Generated<Anonymity>;
}
