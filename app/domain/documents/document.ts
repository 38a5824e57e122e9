import type { TermsByVocabulary } from "~/domain/vocabularies/vocabulary";
import type { DocumentKind } from "~db/schema/document";
import type { ProvisionKind } from "~db/schema/provision";

export interface DocumentSummary {
  slug: string;
  kind: DocumentKind;
  title: string;
  shortTitle: string;
  summary: string | null;
  language: string;
  date: string | null;
  event: string | null;
  /** Null: known only by its metadata and our summaries; its text was not imported. */
  currentVersion: number | null;
  /** How many of the kinds that people look for. */
  counts: { recitals: number; recommendations: number; provisions: number };
  updatedAt: string;
}

export interface DocumentPage extends DocumentSummary {
  publisher: string | null;
  sourceUrl: string | null;
  whereToGet: string | null;
  versions: { number: number; importedAt: string; changeNote: string | null; sourceName: string }[];
  /** The version that `provisions` and `participants` belong to. */
  shownVersion: number | null;
  provisions: ProvisionView[];
  participants: { name: string; country: string | null; group: string | null }[];
}

/** A provision with the text of one version, or with its summary alone. */
export interface ProvisionView {
  /** `hrgl-2023/recommendation-8` */
  id: string;
  eid: string;
  kind: ProvisionKind;
  label: string | null;
  verb: string | null;
  heading: string | null;
  text: string | null;
  speaker: string | null;
  affiliation: string | null;
  parentEid: string | null;
  depth: number;
  summary: string | null;
}

export interface ProvisionPage extends ProvisionView {
  document: Pick<DocumentSummary, "slug" | "title" | "shortTitle" | "kind" | "date" | "event" | "language"> & {
    publisher: string | null;
    whereToGet: string | null;
  };
  /** The version that the text is from; null without text. */
  version: number | null;
  /** False once a newer version has removed it. */
  current: boolean;
  notes: string[];
  terms: TermsByVocabulary;
  previous: { eid: string; kind: ProvisionKind; label: string | null } | null;
  next: { eid: string; kind: ProvisionKind; label: string | null } | null;
  updatedAt: string;
}
