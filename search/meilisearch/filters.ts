import type { FacetName, SearchQuery } from "../port";
import { dateBounds } from "../query/date-bounds";
import { isPlace } from "../query/distance";
import type { ReadQuery } from "../query/read-query";
import type { Need, Variant, WordTerms } from "../sqlite/query-plan";
import { documentKey, encodeValue, stemToken } from "./encode";

export const oneOf = (attribute: string, values: Iterable<string>) =>
  `${attribute} IN [${[...values].map((value) => `"${value}"`).join(",")}]`;
export const allOf = (parts: string[]) =>
  parts
    .filter(Boolean)
    .map((part) => `(${part})`)
    .join(" AND ");
const anyOf = (parts: string[]) =>
  parts
    .filter(Boolean)
    .map((part) => `(${part})`)
    .join(" OR ");
export const nothing = oneOf("key", ["_"]);

/** The filters of a query, in the server's language: each a part of its own, empty when it asks for nothing. */
export class Filters {
  constructor(private readonly read: ReadQuery) {}

  /** Entries that answer all needs. */
  all(needs: Need[]): string {
    return allOf(needs.map((need) => this.any([need]) || nothing));
  }

  /** Entries that answer any of them. */
  any(needs: Need[]): string {
    const stems = new Set(needs.flatMap((need) => this.tokens(need.variants)));
    const choices = needs.flatMap((need) => need.choices);
    return anyOf([
      stems.size > 0 ? oneOf("stems", stems) : "",
      ...choices.map((words) => allOf(words.map((variants) => oneOf("stems", this.tokens(variants))))),
    ]);
  }

  /** What is excluded, and what must stand side by side. */
  always(): string {
    const { plan, withPhrases, withoutPhrases } = this.read;
    return allOf([
      plan.excluded.length > 0 ? `NOT ${oneOf("stems", this.tokens(plan.excluded))}` : "",
      withPhrases ? oneOf("key", withPhrases.map(documentKey)) : "",
      withoutPhrases.length > 0 ? `NOT ${oneOf("key", withoutPhrases.map(documentKey))}` : "",
    ]);
  }

  has({ variants }: WordTerms): string {
    return oneOf("stems", this.tokens(variants));
  }

  tokens(variants: Variant[]): string[] {
    return variants.map(({ term }) => stemToken(this.read.stems.get(term) ?? ""));
  }
}

/** Dates and distance: they narrow what is found, and its counts. */
export function hardFilter({ dates, near }: SearchQuery): string {
  const bounds = dateBounds(dates);
  return allOf([
    bounds ? `day ${bounds.first} TO ${bounds.last}` : "",
    near ? (isPlace(near) && near.km >= 0 ? around(near) : nothing) : "",
  ]);
}

const around = ({ latitude, longitude, km }: NonNullable<SearchQuery["near"]>) =>
  `_geoRadius(${latitude}, ${longitude}, ${Math.min(km, 25_000) * 1000})`;

/** Facets narrow, their values widen. `without`: a facet whose own filter does not count. */
export function facetFilter(filters: SearchQuery["filters"], without?: FacetName): string {
  return allOf(
    Object.entries(filters)
      .filter(([facet, values]) => facet !== without && values.length > 0)
      .map(([facet, values]) => oneOf(`facets.${facet}`, values.map(encodeValue))),
  );
}
