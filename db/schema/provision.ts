/** The kinds of the design, then those that Akoma Ntoso adds so that every word of a document has an address. */
export const provisionKinds = [
  "recital",
  "recommendation",
  "objective",
  "question",
  "quotation",
  "section",
  "article",
  "paragraph",
  "item",
  "outcome",
  "formula",
  "note",
  "reference",
] as const;
export type ProvisionKind = (typeof provisionKinds)[number];

/** The permanent identity and address of a provision; `id` is `<document>/<eId>` and its entry. */
export interface ProvisionTable {
  id: string;
  document_id: string;
  eid: string;
  kind: ProvisionKind;
  /** As printed, without punctuation: `gg`, `8`, `1.2`. Null where the document prints none. */
  label: string | null;
  /** Order in the document, from 0. */
  position: number;
  /** 0 once a newer version of the document has removed it: still readable in the old version. */
  current: 0 | 1;
}

/** The text of a provision in one version of its document. Primary key: (document_version_id, provision_id). */
export interface ProvisionVersionTable {
  document_version_id: string;
  provision_id: string;
  position: number;
  kind: ProvisionKind;
  label: string | null;
  /** The opening verb as printed, in lower case: `recalling`, `adopt`. */
  verb: string | null;
  heading: string | null;
  /** To the letter, with the damage of text extraction mended. Paragraphs are parted by an empty line. */
  text: string;
  speaker: string | null;
  affiliation: string | null;
  /** eId of the provision that it is a part of. */
  parent_eid: string | null;
  /** Nesting, from 0; for headings and the table of contents. */
  depth: number;
  /** First line in the source file, from 1. */
  line: number;
}

/** Where a provision went when a newer version of its document moved it. */
export interface ProvisionRedirectTable {
  document_id: string;
  from_eid: string;
  to_eid: string;
}

/** An editor's remark on an error or oddity of the original, which stays as it is. */
export interface ProvisionNoteTable {
  provision_id: string;
  position: number;
  note: string;
}
