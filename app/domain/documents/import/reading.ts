import type { DocumentKind } from "~db/schema/document";
import type { Block } from "./block";
import type { Draft, ImportedParticipant, ImportWarning } from "./imported-document";
import type { Reading as LabelReading } from "./labels";
import type { SectionRole } from "./wording";

/** A heading whose text is still being read. */
export interface OpenSection {
  draft: Draft;
  level: number;
  reading: LabelReading | null;
  wrap: string;
  role: SectionRole | null;
}

/** A list whose next item may come. */
export interface OpenList {
  reading: LabelReading;
  wrap: string;
  indent: number;
  draft: Draft;
}

/** All that the importer knows while it reads the body of a document, block by block. */
export interface Reading {
  blocks: Block[];
  at: number;
  kind: DocumentKind;
  mode: "preamble" | "operative" | "sections";
  drafts: Draft[];
  warnings: ImportWarning[];
  participants: ImportedParticipant[];
  /** Lists of participants, each with the section that it stands in. */
  groups: { draft: Draft; name: string | null; lines: string[]; bulleted: boolean | null }[];
  sections: OpenSection[];
  lists: OpenList[];
  bullets: { indent: number; draft: Draft }[];
  /** What a block that begins in mid-sentence goes on with. */
  last: Draft | null;
  /** The paragraph that introduces a list: it ends with a colon. */
  phrase: string | null;
  /** A paragraph stood between the last list item and here. */
  interrupted: boolean;
  /** Footnotes numbered `1)` stand at the foot of this page. */
  numberedNotes: boolean;
  /** Lines that the edges of pages repeat, and all provisions that are no more than the edge of a page. */
  heads: Set<number>;
  edges: Set<Draft>;
  /** Recitals of this document carry labels, so that an unlabelled paragraph among them is no recital. */
  labelledRecitals: boolean;
  /** One numbering runs through considerations and decisions. */
  oneNumbering: boolean;
}

type NewDraft = Pick<Draft, "kind" | "text" | "line"> & Partial<Draft>;

export function addDraft(reading: Reading, given: NewDraft): Draft {
  const draft: Draft = {
    label: null,
    verb: null,
    heading: null,
    speaker: null,
    affiliation: null,
    parent: null,
    name: null,
    hasChildren: false,
    ...given,
  };
  if (draft.parent) draft.parent.hasChildren = true;
  reading.drafts.push(draft);
  return draft;
}

export function warn(reading: Reading, line: number, message: string): void {
  reading.warnings.push({ line, message });
}

/** The section, article or recommendation that the text belongs to. */
export function container(reading: Reading): Draft | null {
  return reading.sections.at(-1)?.draft ?? null;
}

/** Paragraphs of an article or of a recommendation with a heading are part of its text, until something of its own follows. */
export function addParagraph(reading: Reading, block: Block, verb: string | null = null): Draft {
  const parent = container(reading);
  reading.interrupted = true;
  reading.bullets = [];
  reading.phrase = block.text.endsWith(":") ? block.text : null;
  if (parent && !parent.hasChildren && (parent.kind === "article" || parent.kind === "recommendation")) {
    if (parent.text === "" && titlesArticle(reading, block)) parent.heading = block.text;
    parent.text = parent.text === "" ? block.text : `${parent.text}\n\n${block.text}`;
    reading.last = parent;
    return parent;
  }
  const draft = addDraft(reading, { kind: "paragraph", text: block.text, verb, parent, line: block.line });
  reading.last = draft;
  return draft;
}

/** `Purpose` below `Article 1`, with the text of the article behind it. */
function titlesArticle({ blocks, at }: Reading, { text }: Block): boolean {
  const next = blocks[at + 1];
  if (text.length > 100 || !/^[\p{Lu}“"«¿¡].*[^.,;:!]$/u.test(text)) return false;
  return next !== undefined && next.heading === 0 && !/^art/iu.test(next.text);
}

/** The first words of a text, for warnings. */
export function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).trimEnd()}…`;
}
