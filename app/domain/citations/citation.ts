/** A citation ready to copy: its permanent address and four formats. */
export interface Citation {
  /** Of the entry. */
  id: string;
  address: string;
  apa: string;
  bibtex: string;
  ris: string;
  /** CSL-JSON. */
  csl: string;
}

/** What a citation says, before it has a format. */
export interface CitationSource {
  id: string;
  title: string;
  /** Bodies, or persons as they sign. */
  authors: string[];
  /** Persons who reviewed it and are named for it. */
  reviewers: string[];
  /** ISO 8601, as exact as it is known. */
  date: string | null;
  language: string;
  publisher: string | null;
  /** What it is a part of: a provision's document, an entry's library. */
  partOf: string | null;
  kind: "document" | "provision" | "practice" | "case-study" | "tool";
  /** For a version of its own. */
  version: string | null;
}

/** What can be cited besides entries. */
export type Citable = CitationSource | (Omit<CitationSource, "kind"> & { kind: "collection" });
