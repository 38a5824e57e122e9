import type { EntryKind } from "~db/schema/entry";

/** Of a result as a file. */
export const mostExported = 1000;

/** What a result can be taken along as. Citations are of what can be cited alone. */
export const exportFormats = [
  { extension: "csv", name: "CSV", type: "text/csv", citations: false },
  { extension: "json", name: "JSON", type: "application/json", citations: false },
  { extension: "bib", name: "BibTeX", type: "application/x-bibtex", citations: true },
  { extension: "ris", name: "RIS", type: "application/x-research-info-systems", citations: true },
] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A city, an organisation or a network is no work that one cites. */
export const citedKinds = ["document", "provision", "practice", "case-study", "tool"] as const satisfies EntryKind[];
