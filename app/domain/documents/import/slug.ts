import type { DocumentKind } from "~db/schema/document";

/** What the file name says twice: in a series, `hrgl-2023` is the outcome document, `hrgl-2023-concept-note` is not. */
const NEEDLESS: Partial<Record<DocumentKind, RegExp>> = {
  "outcome-document": /-(?:outcome-document|document-final|documento-final)$/u,
  "meeting-report": /-(?:meeting-report|report|rapport|informe)$/u,
};

/** The slug of a document from its file name. */
export function slugOf(sourceName: string, kind: DocumentKind): string {
  const stem = toSlug(sourceName.replace(/\.[^.]+$/u, ""));
  const needless = NEEDLESS[kind];
  const short = needless ? stem.replace(needless, "") : stem;
  return short || stem || "document";
}

export function toSlug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 80);
}

/** A title for comparing: no case, accents, punctuation or spaces. */
export function normalisedTitle(title: string): string {
  return toSlug(title.slice(0, 400)).replace(/-/gu, " ");
}

/** How much two titles share: their common words against the words of the shorter one, from 0 to 1. */
export function sharedWords(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(1, Math.min(left.size, right.size));
}

function words(title: string): Set<string> {
  return new Set(
    normalisedTitle(title)
      .split(" ")
      .filter((word) => word.length > 3),
  );
}
