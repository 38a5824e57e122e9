import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import yazl from "yazl";
import { findStructure } from "~/domain/documents/import/find-structure";
import { readSource } from "~/domain/documents/import/read-source.server";
import { wordLabels } from "~/domain/documents/import/word-numbering";

const folder = mkdtempSync(join(tmpdir(), "word-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const use = (id: number, abstract: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`;
const restart = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`;

const numbering = `<w:numbering ${w}>
${list(1, level(0, "lowerLetter", "%1.") + level(1, "lowerRoman", "(%2)"))}
${list(2, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "bullet", "•"))}
${list(3, level(0, "upperRoman", "Part %1", '<w:pStyle w:val="Part"/>'))}
${use(1, 1)}${use(2, 2)}${use(3, 2, restart)}</w:numbering>`;

/** A paragraph, numbered by Word at a level of a list of the document. */
const numbered = (id: number, at: number, text: string, before = "") =>
  `<w:p><w:pPr>${before}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const plain = (text: string, style = "") =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const body = (paragraphs: string[]) => `<w:document ${w}><w:body>${paragraphs.join("")}</w:body></w:document>`;

test("letters, Roman numbers, numbers of several levels, a list that begins again, a style that counts", () => {
  const document = body([
    plain("Rights", "Part"),
    numbered(1, 0, "one"),
    numbered(1, 1, "its part"),
    numbered(1, 1, "its other part"),
    plain("between"),
    numbered(1, 0, "two"),
    numbered(1, 1, "its part"),
    numbered(2, 0, "first"),
    numbered(2, 1, "inside"),
    numbered(2, 2, "a bullet"),
    numbered(2, 0, "second"),
    numbered(3, 0, "first of another list"),
    numbered(2, 0, "it goes on"),
    plain("Duties", "Part"),
  ]);
  expect(wordLabels(document, numbering)).toEqual([
    "Part I",
    "a.",
    "(i)",
    "(ii)",
    "b.",
    "(i)",
    "1.",
    "1.1",
    "2.",
    "1.",
    "2.",
    "Part II",
  ]);
});

test("how a paragraph was numbered before somebody changed it does not count", () => {
  const changed = `<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr></w:p>`;
  expect(wordLabels(body([changed, numbered(1, 0, "one")]), numbering)).toEqual(["a."]);
});

test("a document whose labels Word counts is read as if they were typed", async () => {
  const path = join(folder, "outcome.docx");
  await writeFile(
    path,
    await docx(
      body([
        plain("Outcome Document of the Dakar Forum"),
        plain("Dakar, 6 June 2022"),
        plain("We, the participants,"),
        numbered(1, 0, "recalling our history,"),
        numbered(1, 0, "noting:"),
        numbered(1, 1, "gaps in data;"),
        numbered(1, 1, "gaps in funds;"),
        numbered(1, 0, "aware of time,"),
        plain("agree to"),
        numbered(2, 0, "plan;"),
        numbered(2, 1, "with residents;"),
        numbered(2, 0, "report."),
      ]),
    ),
  );
  const { lines, warnings } = await readSource(path);
  expect(warnings).toEqual([]);
  expect(
    findStructure(lines, "outcome.docx")
      .provisions.map(({ eId, text }) => `${eId}: ${text}`)
      .slice(2),
  ).toEqual([
    "recital-a: recalling our history,",
    "recital-b: noting:",
    "recital-b-i: gaps in data;",
    "recital-b-ii: gaps in funds;",
    "recital-c: aware of time,",
    "enacting-formula: agree to",
    "recommendation-1: plan;",
    "recommendation-1-1: with residents;",
    "recommendation-2: report.",
  ]);
});

function docx(document: string): Promise<Buffer> {
  const types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/numbering" Target="numbering.xml"/></Relationships>`,
    "word/numbering.xml": numbering,
    "word/document.xml": document,
  };
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) {
    zip.addBuffer(Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}
