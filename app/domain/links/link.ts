import type { EntryKind } from "~db/schema/entry";
import type { Evidence, LinkType } from "~db/schema/link";

/** What a card or a line needs to name an entry and lead to it. */
export interface EntryReference {
  id: string;
  kind: EntryKind;
  title: string;
  summary: string | null;
  language: string;
  /** Of a practice or case study: its city. */
  city: string | null;
  /** Of a provision: its document's short title, its kind and label. */
  provision: { document: string; shortTitle: string; eid: string; kind: string; label: string | null } | null;
}

/** A link seen from one of its ends; `other` is the entry at the far end. */
export interface LinkView {
  type: LinkType;
  evidence: Evidence | null;
  note: string | null;
  other: EntryReference;
}

const folders: Record<Exclude<EntryKind, "provision">, string> = {
  document: "documents",
  practice: "practices",
  "case-study": "case-studies",
  tool: "tools",
  city: "cities",
  organisation: "organisations",
  network: "networks",
};

/** The permanent address of an entry, from the root. */
export const entryPath = ({ id, kind }: { id: string; kind: EntryKind }): string =>
  kind === "provision" ? `/documents/${id}` : `/${folders[kind]}/${id}`;
