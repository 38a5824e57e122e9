import type { DocumentKind } from "~db/schema/document";
import type { ProvisionKind } from "~db/schema/provision";

export interface ImportedProvision {
  eId: string;
  kind: ProvisionKind;
  /** As printed, without punctuation. */
  label: string | null;
  verb: string | null;
  /** The first paragraph of `text`, where the source prints it as a heading. */
  heading: string | null;
  /** To the letter, mended; paragraphs are parted by an empty line. */
  text: string;
  speaker: string | null;
  affiliation: string | null;
  parentEId: string | null;
  depth: number;
  /** First line in the source, from 1. */
  line: number;
}

export interface ImportedParticipant {
  name: string;
  country: string | null;
  group: string | null;
}

export interface ImportWarning {
  line: number;
  message: string;
}

/** What the importer found in a file. */
export interface ImportedDocument {
  slug: string;
  kind: DocumentKind;
  /** No word named the kind. */
  kindIsGuess: boolean;
  title: string;
  date: string | null;
  event: string | null;
  /** BCP 47 */
  language: string;
  provisions: ImportedProvision[];
  participants: ImportedParticipant[];
  warnings: ImportWarning[];
}

/** A line of the source, as its reader delivers it. */
export interface SourceLine {
  /** From 1. */
  number: number;
  /** Without line end; may carry Markdown marks. */
  text: string;
}

/** What the caller knows better than the file. */
export interface ImportOptions {
  slug?: string;
  kind?: DocumentKind;
  title?: string;
  date?: string;
  language?: string;
  sourceUrl?: string;
}

/** While the structure is being found: an address comes last, and parents are the objects themselves. */
export interface Draft {
  kind: ProvisionKind;
  label: string | null;
  verb: string | null;
  heading: string | null;
  text: string;
  speaker: string | null;
  affiliation: string | null;
  parent: Draft | null;
  line: number;
  /** A fixed address: `preface`, `opening`, `enacting-formula`. */
  name: string | null;
  hasChildren: boolean;
}
