import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { correctDocument } from "~/domain/documents/correct-document";
import { findStructure } from "~/domain/documents/import/find-structure";
import type { ImportedDocument } from "~/domain/documents/import/imported-document";
import { toSourceLines } from "~/domain/documents/import/source-lines";

const file = join(import.meta.dirname, "..", "..", "fixtures", "import", "outcome.md");
const outcome = () => findStructure(toSourceLines(readFileSync(file, "utf8")), "outcome.md", {});
const words = ({ provisions }: ImportedDocument) => provisions.flatMap(({ text }) => text.split(/\s+/)).filter(Boolean);
const eIds = ({ provisions }: ImportedDocument) => provisions.map(({ eId }) => eId);
const corrected = (document: ImportedDocument, correction: Parameters<typeof correctDocument>[1]) => {
  const result = correctDocument(document, correction);
  if (!result) throw new Error("nothing was corrected");
  return result;
};

test("a relabelling that changes nothing leaves every address as the importer made it", () => {
  const document = outcome();
  expect(document.provisions.length).toBeGreaterThan(5);
  for (const [at, { kind, label, eId }] of document.provisions.entries()) {
    if (["preface", "opening", "enacting-formula"].includes(eId)) continue;
    expect(eIds(corrected(document, { form: "relabel", at, kind, label }))).toEqual(eIds(document));
  }
});

test("merging and splitting lose no word, and one takes the other back", () => {
  const document = outcome();
  for (let at = 1; at < document.provisions.length; at++) {
    const merged = corrected(document, { form: "merge", at });
    expect(words(merged)).toEqual(words(document));
    expect(merged.provisions).toHaveLength(document.provisions.length - 1);
    expect(new Set(eIds(merged)).size).toBe(merged.provisions.length);
    const from = document.provisions[at]?.text ?? "";
    if (document.provisions[at - 1]?.text.includes(from) || from === "") continue;
    const split = corrected(merged, { form: "split", at: at - 1, from });
    expect(words(split)).toEqual(words(document));
    expect(split.provisions[at]?.text).toBe(from);
  }
});

test("parts of what is merged become parts of what it is merged into", () => {
  const document = outcome();
  const parent = document.provisions.findIndex(
    ({ eId }, at) => at > 0 && document.provisions.some((one) => one.parentEId === eId),
  );
  const children = document.provisions.filter((one) => one.parentEId === document.provisions[parent]?.eId);
  const merged = corrected(document, { form: "merge", at: parent });
  const into = merged.provisions[parent - 1]?.eId;
  expect(merged.provisions.filter((one) => one.parentEId === into).length).toBeGreaterThanOrEqual(children.length);
});

test("a label and a kind make the address; what is not there is not corrected", () => {
  const document = outcome();
  const last = document.provisions.length - 1;
  const relabelled = corrected(document, { form: "relabel", at: last, kind: "recommendation", label: "99" });
  expect(relabelled.provisions[last]?.eId).toBe("recommendation-99");
  expect(correctDocument(document, { form: "merge", at: 0 })).toBeNull();
  expect(correctDocument(document, { form: "merge", at: 9999 })).toBeNull();
  expect(correctDocument(document, { form: "split", at: last, from: "words that are nowhere" })).toBeNull();
});
