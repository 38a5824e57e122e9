import type { Label } from "./labels";

/** A paragraph, heading or list item of the source, before anyone knows its part in the document. */
export interface Block {
  line: number;
  /** One for each line of the source, marks taken off. */
  lines: string[];
  /** The words with their label, on one line. */
  text: string;
  /** The label that the text seems to begin with, and the words behind it. */
  label: Label | null;
  rest: string;
  bullet: string | null;
  /** Number of `#`, or 0. */
  heading: number;
  indent: number;
  emphasised: boolean;
  /** The emphasised words it opens with, label aside. */
  opening: string | null;
  /** Stands after a page break, or what looks like one. */
  page: boolean;
  /** Stands after an empty line (or first). */
  apart: boolean;
  quoted: boolean;
}
