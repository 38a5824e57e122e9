import type { Label } from "~/domain/vocabularies/vocabulary";
import type { EntryKind } from "~db/schema/entry";
import type { Evidence, LinkType } from "~db/schema/link";

export { entryPath } from "~db/schema/entry";

/** What a card or a line needs to name an entry and lead to it. */
export interface EntryReference {
  id: string;
  kind: EntryKind;
  title: string;
  summary: string | null;
  language: string;
  /** Of a practice or case study: its city. */
  city: Label | null;
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
