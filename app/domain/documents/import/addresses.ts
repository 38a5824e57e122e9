import { SOFT_HYPHEN } from "./broken-words";
import type { Draft, ImportedProvision } from "./imported-document";
import { romanValue } from "./labels";
import { articleOf, recommendationNumber } from "./wording";

/** Gives every provision its eId, in reading order; labels make the address where the document prints them. */
export function toProvisions(drafts: Draft[]): ImportedProvision[] {
  const taken = new Set<string>();
  const counters = new Map<string, number>();
  const eIds = new Map<Draft, string>();
  const printed = printedNumbers(drafts);
  const doubled = new Map<string, number>();
  const depths = new Map<Draft, number>();
  const next = (stem: string): string => {
    let number = counters.get(stem) ?? 0;
    do number += 1;
    while (taken.has(`${stem}-${number}`));
    counters.set(stem, number);
    return `${stem}-${number}`;
  };
  return drafts.map((draft) => {
    const parentEId = draft.parent ? (eIds.get(draft.parent) ?? null) : null;
    const eId = free(addressOf(draft, parentEId, next, printed), taken, doubled);
    const depth = draft.parent ? (depths.get(draft.parent) ?? 0) + 1 : 0;
    taken.add(eId);
    eIds.set(draft, eId);
    depths.set(draft, depth);
    const { kind, label, verb, heading, speaker, affiliation, line } = draft;
    const text = draft.text.replaceAll(SOFT_HYPHEN, "-");
    return { eId, kind, label, verb, heading, text, speaker, affiliation, parentEId, depth, line };
  });
}

function addressOf(
  draft: Draft,
  parentEId: string | null,
  next: (stem: string) => string,
  printed: Map<Draft | null, Set<number>>,
): string {
  const { kind, label, parent } = draft;
  if (draft.name) return draft.name;
  if (kind === "section") return sectionAddress(draft, parentEId, next, printed.get(parent) ?? new Set());
  if (kind === "article" || kind === "recital" || kind === "recommendation") {
    const slug = label && labelSlug(label);
    return slug ? `${kind}-${slug}` : next(kind);
  }
  if (kind === "item" && parentEId && parent && parent.kind !== "section") {
    const slug = label && labelSlug(label);
    if (!slug) return next(`${parentEId}-item`);
    // `1.2` below recommendation 1 is recommendation-1-2, not recommendation-1-1-2.
    const own =
      parent.label && slug.startsWith(`${labelSlug(parent.label)}-`)
        ? slug.slice(labelSlug(parent.label).length + 1)
        : slug;
    return `${parentEId}-${own}`;
  }
  return next(kind);
}

/** A section has the number that is printed; the others take the numbers that none of their siblings prints. */
function sectionAddress(
  draft: Draft,
  parentEId: string | null,
  next: (stem: string) => string,
  printed: Set<number>,
): string {
  const stem = parentEId?.startsWith("section-") ? parentEId : "section";
  const value = printedNumber(draft);
  if (value !== null) return `${stem}-${value}`;
  let address = next(stem);
  while (printed.has(Number(address.slice(stem.length + 1)))) address = next(stem);
  return address;
}

function printedNumbers(drafts: Draft[]): Map<Draft | null, Set<number>> {
  const printed = new Map<Draft | null, Set<number>>();
  for (const draft of drafts) {
    const value = draft.kind === "section" ? printedNumber(draft) : null;
    if (value !== null) printed.set(draft.parent, (printed.get(draft.parent) ?? new Set()).add(value));
  }
  return printed;
}

function printedNumber({ label }: Draft): number | null {
  const last = label?.split(".").at(-1) ?? "";
  return /^\d+$/u.test(last) ? Number(last) : romanValue(last.toLowerCase());
}

function labelSlug(label: string): string {
  const number = articleOf(label)?.number ?? recommendationNumber(label) ?? label;
  return number
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
}

/** An address that a slip of the original gives twice takes a letter: `recital-c`, `recital-c-b`. */
function free(eId: string, taken: Set<string>, doubled: Map<string, number>): string {
  if (!taken.has(eId)) return eId;
  for (let number = doubled.get(eId) ?? 2; ; number += 1) {
    const other = `${eId}-${number <= 26 ? String.fromCharCode(96 + number) : number}`;
    doubled.set(eId, number);
    if (!taken.has(other)) return other;
  }
}
