import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { facetNames } from "../port";
import { analysisStamp } from "../sqlite/analysis-stamp.server";
import { impactFields } from "./document";

/** Raise the number when the documents change: an index of another format, or of another analysis, is built again. */
const format = 2;
const exact = { facetSearch: false, filter: { equality: true, comparison: false } };
const counted = facetNames.map((facet) => `facets.${facet}`);

const settings: Settings = {
  searchableAttributes: [...impactFields],
  filterableAttributes: [
    { attributePatterns: [...counted, "stems", "key"], features: exact },
    { attributePatterns: ["day"], features: { facetSearch: false, filter: { equality: true, comparison: true } } },
    "_geo",
  ],
  sortableAttributes: ["day", "tie", "titleKey", "_geo"],
  rankingRules: ["words", "attribute", "sort"],
  // Stems are whole words, spelt right: the plan of a query sees to prefixes and typing errors.
  typoTolerance: { enabled: false },
  prefixSearch: "disabled",
  facetSearch: false,
  proximityPrecision: "byAttribute",
  pagination: { maxTotalHits: 2_000_000_000 },
  faceting: { maxValuesPerFacet: 100_000 },
};

/** For each hit the server reads all that may be shown, whatever was asked for. */
const shown = ["id"];

/** Says of which format an index is; travels with it as the name of a field that no document has. */
export function formatStamp(): string {
  const content = JSON.stringify({ format, analysis: analysisStamp(), settings });
  return `format-${createHash("sha256").update(content).digest("hex").slice(0, 16)}`;
}

/** The settings of an index; one that was never filled as a whole has no stamp. */
export function settingsOf({ complete }: { complete: boolean }): Settings {
  return { ...settings, displayedAttributes: [...shown, ...(complete ? [formatStamp()] : [])] };
}
