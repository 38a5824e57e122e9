import fc from "fast-check";
import { expect, test } from "vitest";
import { findStructure } from "~/domain/documents/import/find-structure";
import { toSourceLines } from "~/domain/documents/import/source-lines";
import { generatedDocument } from "./generated-documents";
import { letters, wordsOf } from "./words-of";

const read = (text: string) => findStructure(toSourceLines(text), "generated.txt");

test("what was generated is found again: counts, labels, order, and every word once", () => {
  fc.assert(
    fc.property(generatedDocument, ({ text, kind, recitals, recommendations, parts }) => {
      const document = read(text);
      expect(letters(wordsOf(document))).toBe(letters(text));
      const labels = (kind: string) => document.provisions.filter((p) => p.kind === kind).map((p) => p.label);
      expect(labels("recital")).toEqual(recitals);
      expect(labels("recommendation")).toEqual(recommendations);
      const found = document.provisions.filter((p) => p.kind === "recommendation");
      expect(found.map((p) => document.provisions.filter((part) => part.parentEId === p.eId).length)).toEqual(parts);
      expect(document.provisions.filter((p) => p.kind === "formula")).toHaveLength(2);
      expect(new Set(document.provisions.map((p) => p.eId)).size).toBe(document.provisions.length);
      expect(document.date).toBe("2022-02-08");
      expect(document.kind).toBe(kind);
    }),
    { numRuns: 400 },
  );
});

const line = fc.oneof(
  fc.lorem({ maxCount: 12 }),
  fc.constantFrom(
    "",
    "",
    "",
    "\f",
    "# Heading",
    "## 2) Heading",
    "1. item one",
    "2. item two;",
    "(a) part",
    "(i) small",
    "- bullet",
    "  - nested bullet,",
    "· dot",
    "We, the participants,",
    "*Recalling* the words,",
    "encourage cities to",
    "« A quotation »",
    "**Jane Doe, Graz**",
    "Article 3",
    "PP1 Noting",
    "CAPITALS HERE",
    "LIST OF PARTICIPANTS",
    "Graz (Austria)",
    "Further reading",
    "¹ A note.",
    "[^2]: Another",
    "12",
    "8 February 2022",
    "> quoted",
    "Title\n=====",
    "[words](#) and *more*",
    "| a | b |",
    "---",
    "title: The words",
    "R1. Plan the city",
    "Rec. 2 Share the plans",
    "1º Publicar los datos",
    "2) Cities shall: (a) plan; (b) share; and (c) report.",
    "1. Publish. 2. Train. 3. Report.",
    "in der Erkenntnis, dass alle Rechte haben,",
    "NOW, THEREFORE, BE IT RESOLVED, that cities act; and",
    "1. The Congress notes the facts.",
    "2. It invites cities to act.",
    "Done at Graz on 8 February 2022.",
    "Recommendation 1: Name a person.",
  ),
);

test("no words are lost or doubled, whatever the lines are", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      const text = lines.join("\n");
      const found = letters(wordsOf(read(text)));
      // The sentence that a footnote or a page number interrupts is mended: the note then stands behind it.
      const interrupts = lines.some((each) => /^(?:¹|\[\^|\d+$)/u.test(each));
      if (!interrupts) expect(found).toBe(letters(text));
      expect([...found].sort().join("")).toBe([...letters(text)].sort().join(""));
    }),
    { numRuns: 1500 },
  );
});

test("any text at all is read without an error", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(letters(wordsOf(read(text)))).toBe(letters(text));
    }),
    { numRuns: 300 },
  );
});
