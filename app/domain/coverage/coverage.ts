import { toSearchParams } from "~/domain/search/search-params";
import type { Label } from "~/domain/vocabularies/vocabulary";
import type { Evidence } from "~db/schema/link";

/** What stands in the columns of the map, across the recommendations. */
export const coverageAxes = ["tool", "region", "theme"] as const;
export type CoverageAxis = (typeof coverageAxes)[number];

/** Which part of the map an address asks for. */
export interface CoverageView {
  axis: CoverageAxis;
  /** Recommendations of this document alone. */
  document: string | null;
  /** Practices and case studies of this network's cities alone. */
  network: string | null;
  /** One row: on a phone, one is what fits. */
  recommendation: string | null;
}

export interface CoverageColumn {
  id: string;
  /** Of a tool: its title, which has a language of its own. */
  label: Label | string;
}

/** How many practices and case studies meet in a cell, by the evidence of their link to the recommendation. */
export interface CoverageCell {
  total: number;
  evidence: Record<Evidence, number>;
  /** Where a network was asked for: the cities that they are of. */
  cities: string[];
}

export interface CoverageRow {
  id: string;
  eid: string;
  label: string | null;
  document: string;
  shortTitle: string;
  summary: string | null;
  language: string;
  /** All that answers the recommendation, whatever stands in the columns. */
  all: CoverageCell;
  /** By column; an empty cell is left out. */
  cells: Record<string, CoverageCell>;
}

const longest = 200;

/** Reads an address; what it does not know reads as not asked. */
export function readCoverageView(params: URLSearchParams): CoverageView {
  const given = (name: string) => params.get(name)?.slice(0, longest) || null;
  return {
    axis: coverageAxes.find((axis) => axis === params.get("by")) ?? "tool",
    document: given("document"),
    network: given("network"),
    recommendation: given("recommendation"),
  };
}

/** The address of a view, without what goes without saying. */
export function coveragePath({ axis, document, network, recommendation }: CoverageView): string {
  const params = new URLSearchParams();
  if (axis !== "tool") params.set("by", axis);
  if (document) params.set("document", document);
  if (network) params.set("network", network);
  if (recommendation) params.set("recommendation", recommendation);
  return params.size > 0 ? `/coverage?${params}` : "/coverage";
}

/** So many values of a facet a search takes. */
const mostCities = 50;

/**
 * The search that finds exactly what a cell counts; without a column, a row. Null: it would have to name too many cities.
 */
export function cellSearch(
  { axis }: Pick<CoverageView, "axis">,
  recommendation: string,
  column: string | null,
  cell: CoverageCell,
): string | null {
  if (cell.cities.length > mostCities) return null;
  const params = toSearchParams({
    text: "",
    filters: {
      type: ["practice", "case-study"],
      recommendation: [recommendation],
      ...(column === null ? {} : { [axis]: [column] }),
      ...(cell.cities.length > 0 ? { city: cell.cities } : {}),
    },
    sort: "relevance",
    page: 1,
    perPage: 20,
    language: "en",
  });
  return `/search?${params}`;
}
