import type { ImportedDocument } from "~/domain/documents/import/imported-document";

/** The letters and digits of a text, for comparing without white space, marks and punctuation. */
export function letters(text: string): string {
  return text.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "");
}

/** All that the provisions of a document say, in order. */
export function wordsOf(document: ImportedDocument): string {
  return document.provisions
    .map(({ label, text, speaker, affiliation }) => [label, text, speaker, affiliation].filter(Boolean).join(" "))
    .join("\n");
}
