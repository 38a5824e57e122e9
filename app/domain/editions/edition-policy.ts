import type { Actor } from "~/domain/people/person-policy";
import type { EntryKind } from "~db/schema/entry";

/** An entry as far as it matters who may edit it. */
export interface EditedEntry {
  id: string;
  kind: EntryKind;
  title: string;
  language: string;
  /** Of a provision: its document, its label's parts. */
  provision: { document: string; kind: string } | null;
  /** The network that published it; null: it came with the installation, or was imported. */
  networkId: string | null;
  /** Its authors who have an account. */
  authors: string[];
}

export const textFields = ["title", "short_title", "summary"] as const;
export type TextField = (typeof textFields)[number];

const editable: Partial<Record<EntryKind, readonly TextField[]>> = {
  document: ["short_title", "summary"],
  provision: ["summary"],
  tool: ["title", "summary"],
  city: ["summary"],
  organisation: ["summary"],
};

/** The texts of an entry that can be edited where they stand. Practices and case studies have versions instead. */
export const textFieldsOf = (kind: EntryKind): readonly TextField[] => editable[kind] ?? [];

export const canEditVocabularies = (actor: Actor): boolean => actor?.administrator ?? false;

/** Names and merges tags, wherever they stand. */
export const canMergeTags = (actor: Actor): boolean => actor?.administrator ?? false;

export const canEditTexts = (actor: Actor, { kind }: Pick<EditedEntry, "kind">): boolean =>
  (actor?.administrator ?? false) && textFieldsOf(kind).length > 0;

/** Links that lead from an entry: its network's coordinators, who answer for its evidence. */
export const canEditLinks = (actor: Actor, { networkId }: Pick<EditedEntry, "networkId">): boolean =>
  actor !== null &&
  (actor.administrator ||
    (networkId !== null && actor.memberships.some((role) => role.coordinator && role.networkId === networkId)));

export const canTag = (actor: Actor, entry: Pick<EditedEntry, "networkId" | "authors">): boolean =>
  canEditLinks(actor, entry) || (actor !== null && entry.authors.includes(actor.person.id));

export const canEditSomething = (actor: Actor, entry: EditedEntry): boolean =>
  canTag(actor, entry) || canEditTexts(actor, entry);
