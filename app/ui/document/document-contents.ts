import type { TFunction } from "i18next";
import type { DocumentPage, ProvisionView } from "~/domain/documents/document";
import type { ContentsItem } from "~/ui/entry/contents";
import { provisionName } from "~/ui/provision/provision-name";

const heading = (provision: ProvisionView): string =>
  (provision.heading ?? provision.text ?? provision.summary ?? "").split("\n")[0] ?? "";

/**
 * The table of contents of a document: its sections where it has them; else its recitals, and its recommendations
 * with their opening verbs. Without text, the groups of summaries.
 */
export function contentsOf(t: TFunction, document: DocumentPage): ContentsItem[] {
  const hasText = document.shownVersion !== null;
  const sections = document.provisions.filter(
    ({ kind, eid }) => (kind === "section" && eid !== "preface") || kind === "article",
  );
  if (hasText && sections.length > 0) {
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
  return groupByKind(document.provisions).flatMap(([kind, members]) => {
    const group = {
      id: hasText ? (members[0]?.eid ?? kind) : groupId(kind),
      name: groupName(t, kind, members.length),
      depth: 0,
    };
    if (!hasText || kind !== "recommendation") return [group];
    const lines = members.filter(({ parentEid }) => parentEid === null || !parentEid.startsWith("recommendation"));
    return [group, ...lines.map((member) => ({ id: member.eid, name: lineName(t, member), depth: 1 }))];
  });
}

/** The kinds that readers look for, in the order in which the document has them; the others are left out. */
export function groupByKind(provisions: ProvisionView[]): [ProvisionView["kind"], ProvisionView[]][] {
  const notable = [
    "recital",
    "recommendation",
    "objective",
    "question",
    "outcome",
    "quotation",
    "paragraph",
    "article",
  ];
  const kinds = [...new Set(provisions.map(({ kind }) => kind))].filter((kind) => notable.includes(kind));
  return kinds.map((kind) => [kind, provisions.filter((provision) => provision.kind === kind)]);
}

/** Where the summaries of a kind begin: each of them has its own eId as address. */
export const groupId = (kind: ProvisionView["kind"]): string => `${kind}-list`;

export const groupName = (t: TFunction, kind: ProvisionView["kind"], count: number): string => {
  if (kind === "recital" || kind === "recommendation") return t(`count.${kind}`, { count });
  return kind === "paragraph" ? t("count.provision", { count }) : t(`provisionKind.${kind}`);
};

const lineName = (t: TFunction, provision: ProvisionView): string =>
  provision.verb ? `${provision.label ?? ""} ${provision.verb}`.trim() : provisionName(t, provision);
