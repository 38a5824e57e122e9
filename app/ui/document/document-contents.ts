import type { TFunction } from "i18next";
import type { DocumentPage, ProvisionView } from "~/domain/documents/document";
import type { ContentsItem } from "~/ui/entry/contents";
import { provisionName } from "~/ui/provision/provision-name";

const heading = (provision: ProvisionView): string =>
  (provision.heading ?? provision.text ?? provision.summary ?? "").split("\n")[0] ?? "";

/**
 * The table of contents of a document: its sections where it has them; else its parts: opening, recitals,
 * recommendations, each with its members.
 */
export function contentsOf(t: TFunction, document: DocumentPage): ContentsItem[] {
  const sections = document.provisions.filter(
    ({ kind, eid }) => (kind === "section" && eid !== "preface") || kind === "article",
  );
  if (sections.length > 0) {
    const numbered = document.provisions.filter(
      (provision) =>
        sections.includes(provision) || (provision.kind === "recommendation" && provision.heading !== null),
    );
    const shallowest = Math.min(...numbered.map(({ depth }) => depth));
    return numbered.map((provision) => ({
      id: provision.eid,
      name: [provision.label, heading(provision)].filter(Boolean).join(" "),
      depth: Math.min(provision.depth - shallowest, 2),
      language: document.language,
    }));
  }
  return (["recital", "recommendation", "objective", "question", "outcome", "quotation"] as const).flatMap((kind) => {
    const members = document.provisions.filter((provision) => provision.kind === kind);
    const [first] = members;
    if (!first) return [];
    return [
      { id: first.eid, name: groupName(t, kind, members.length), depth: 0 },
      ...(kind === "recital" ? [] : members.map((member) => ({ id: member.eid, name: lineName(t, member), depth: 1 }))),
    ];
  });
}

const groupName = (t: TFunction, kind: ProvisionView["kind"], count: number): string =>
  kind === "recital" || kind === "recommendation" ? t(`count.${kind}`, { count }) : t(`provisionKind.${kind}`);

const lineName = (t: TFunction, provision: ProvisionView): string =>
  provision.verb ? `${provision.label ?? ""} ${provision.verb}`.trim() : provisionName(t, provision);
