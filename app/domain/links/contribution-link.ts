import type { ContributionKind } from "~db/schema/contribution";
import type { EntryKind } from "~db/schema/entry";
import { type Evidence, type LinkType, practiceLinkTypes } from "~db/schema/link";
import type { MarkedText } from "~search/port";
import type { EntryReference, LinkView } from "./link";

/** What authors may say of their own evidence; that peers confirmed it is for reviewers to say. */
export const authorsEvidence = ["claimed", "documented"] as const satisfies readonly Evidence[];
export const longestNote = 1000;
/** More links tell readers less. */
export const mostLinks = 40;

/** The kinds of link that lead from a practice or case study to an entry; none to what is neither provision nor tool. */
export const linkTypesTo = (kind: EntryKind): readonly LinkType[] =>
  kind === "provision" ? practiceLinkTypes : kind === "tool" ? ["uses"] : [];

/** The kind that a link will most likely be: who tells what a city did supports, who studies it illustrates. */
export const usualTypeTo = (target: EntryKind, kind: ContributionKind): LinkType =>
  target === "tool" ? "uses" : kind === "practice" ? "supports" : "illustrates";

/** The form in which one link of a page is changed. */
export const linkFormOf = (to: string) => `link-${to.replace("/", ".")}`;

/** A suggestion as a page shows it. */
export interface SuggestedLink {
  entry: EntryReference;
  draft: MarkedText;
  target: MarkedText;
  /** `theme:housing` */
  codes: string[];
  neighbours: number;
  /** What the draft links to already, and to which this one is related. */
  linkedRelated: EntryReference | null;
}

/** What a search for something to link to found. */
export interface FoundTarget {
  entry: EntryReference;
  extract: MarkedText;
}

/** What the completeness of a draft asks of its links. */
export const countLinks = (links: readonly Pick<LinkView, "type" | "note">[]) => ({
  recommendations: links.filter(({ type }) => type !== "uses").length,
  tools: links.filter(({ type }) => type === "uses").length,
  withoutNote: links.filter(({ note }) => !note).length,
});
