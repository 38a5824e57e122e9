import { z } from "zod";
import { line } from "~/domain/people/account-forms";
import { defaultPerPage, parseSearchParams, toSearchParams } from "~/domain/search/search-params";
import { type AlertRhythm, alertRhythms } from "~db/schema/telling";

export interface SavedSearch {
  id: string;
  name: string;
  /** The parameters of its address. */
  query: string;
  alerts: AlertRhythm;
}

/** One person keeps so many at the most. */
export const mostSaved = 50;
const longestQuery = 4000;

const name = line(100).min(1);
const alerts = z.enum(alertRhythms, "form.wrong");
export const newSearchForm = z.object({ name, alerts, query: z.string().max(longestQuery) });
export const searchChangeForm = z.object({ name, alerts });

/** A search as it is kept: without what an address only shows it by, such as the page of the result. */
export function keptQuery(address: URLSearchParams): string {
  const { query } = parseSearchParams(address, { language: "en" });
  return toSearchParams({ ...query, page: 1, perPage: defaultPerPage, sort: "relevance" }).toString();
}

export const searchAddress = (query: string): string => (query ? `/search?${query}` : "/search");

/** What a search may be called: its words, and the values of its filters. */
export function nameOfSearch(query: string): string {
  const values = [...new URLSearchParams(query)].flatMap(([name, value]) => (name === "km" ? [] : [value]));
  const plain = values.join(", ").replace(/[\p{Cc}\s]+/gu, " ");
  return plain.length <= 80 ? plain : `${plain.slice(0, 79)}…`;
}
