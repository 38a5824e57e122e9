export const documentKinds = [
  "outcome-document",
  "concept-note",
  "meeting-report",
  "charter",
  "declaration",
  "guidance",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** A document's identity; its text lives in its versions. `id` is its slug and its entry. */
export interface DocumentTable {
  id: string;
  kind: DocumentKind;
  /** For breadcrumbs and citations of its provisions: `HRGL 2023 outcome document`. */
  short_title: string;
  /** ISO 8601, as exact as it is known: `2023-02-07`, `2023-02`, `2023`. */
  date: string | null;
  event: string | null;
  /** Who issued it. */
  publisher: string | null;
  source_url: string | null;
  /** A sentence that tells where to get the text when it has not been imported. */
  where_to_get: string | null;
  /** The number of the latest imported version; null when no text was imported. */
  current_version: number | null;
}

export interface DocumentVersionTable {
  /** `hrgl-2023@1` */
  id: string;
  document_id: string;
  number: number;
  source_name: string;
  /** Of the file's bytes, in hex: importing the same file again changes nothing. */
  source_sha256: string;
  imported_at: string;
  change_note: string | null;
}

/** A line of a list of participants. */
export interface ParticipantTable {
  document_version_id: string;
  position: number;
  name: string;
  country: string | null;
  participant_group: string | null;
}
