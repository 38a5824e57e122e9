import { concordanceTypes, evidenceLevels, type LinkType, practiceLinkTypes } from "~db/schema/link";
import type { EditedEntry } from "./edition-policy";

type End = Pick<EditedEntry, "kind" | "provision" | "id">;

/** The kinds of link that may lead from one entry to another. */
export function linkTypesBetween(from: End, to: End): readonly LinkType[] {
  if (from.id === to.id) return [];
  if (from.kind === "practice" || from.kind === "case-study") {
    return to.kind === "provision" ? practiceLinkTypes : to.kind === "tool" ? ["uses"] : [];
  }
  if (from.kind === "tool") return to.kind === "provision" ? ["answers"] : [];
  if (!from.provision || !to.provision) return [];
  if (from.provision.document !== to.provision.document) return concordanceTypes;
  return from.provision.kind === "recital" && to.provision.kind === "recommendation" ? ["motivates"] : [];
}

/** Kinds of entries to which links can lead from one. */
export const linksLeadTo = (kind: EditedEntry["kind"]): readonly ("provision" | "tool")[] => {
  if (kind === "practice" || kind === "case-study") return ["provision", "tool"];
  return kind === "tool" || kind === "provision" ? ["provision"] : [];
};

/** Whether links from an entry say how well they are shown. */
export const hasEvidence = (kind: EditedEntry["kind"]): boolean => kind === "practice" || kind === "case-study";

/** What a curator may choose: that peers confirmed it is for reviewers to say, and may stay. */
export const evidenceChoices = (current: string | null) =>
  evidenceLevels.filter((level) => level !== "peer-confirmed" || current === level);
