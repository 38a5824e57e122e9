import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { afterAll, describe, expect, test } from "vitest";
import { findStructure } from "~/domain/documents/import/find-structure";
import { readSource } from "~/domain/documents/import/read-source.server";

const folder = mkdtempSync(join(tmpdir(), "pdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words at a place; 10 points high where nothing else is said. */
interface Print {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

let files = 0;
async function read(pages: Print[][]) {
  const document = new PDFDocument({ size: [500, 500], margin: 0, autoFirstPage: false });
  for (const page of pages) {
    document.addPage();
    for (const { text, x = 40, y, size = 10 } of page) document.fontSize(size).text(text, x, y, { lineBreak: false });
  }
  document.end();
  files += 1;
  const path = join(folder, `declaration-${files}.pdf`);
  await writeFile(path, await buffer(document));
  const source = await readSource(path);
  const found = findStructure(source.lines, source.name);
  const left = source.warnings.map(({ message }) => message);
  return {
    ...found,
    left,
    brief: found.provisions.map(({ eId, text }) => `${eId}: ${text.replaceAll("\n\n", " / ")}`),
  };
}

const title: Print[] = [
  { text: "Declaration of Braga on the Rights", size: 18, y: 50 },
  { text: "of All Who Live There", size: 18, y: 72 },
  { text: "Braga, 21 September 2023", y: 110 },
];
/** Lines of a column, twelve points apart; an empty one begins a paragraph. */
const column = (y: number, lines: string[], x = 40): Print[] =>
  lines.flatMap((text, at) => (text ? [{ text, x, y: y + 12 * at }] : []));

describe("the edges of pages", () => {
  test("heads, feet and page numbers of two pages are left out, and said; a broken sentence goes on behind the notes", async () => {
    const edges = (number: number): Print[] => [
      { text: `Conference of Rights Cities | ${number}`, size: 8, y: 20 },
      { text: "www.example.org", size: 8, y: 470 },
    ];
    const { brief, left } = await read([
      [
        ...edges(1),
        ...title,
        ...column(140, [
          "We, the participants,",
          "",
          "(a) recalling the Charter which all of the member",
          "municipalities have signed and",
        ]),
        { text: "1", size: 5, y: 438 },
        { text: " European Charter of Local Self-Government, 1985.", x: 43, size: 7.5, y: 440 },
      ],
      [...edges(2), ...column(60, ["hold dear,", "", "call upon cities to:", "", "1. act."])],
    ]);
    expect(brief).toEqual([
      "preface: Declaration of Braga on the Rights of All Who Live There / Braga, 21 September 2023",
      "opening: We, the participants,",
      "recital-a: recalling the Charter which all of the member municipalities have signed and hold dear,",
      "note-1: European Charter of Local Self-Government, 1985.",
      "enacting-formula: call upon cities to:",
      "recommendation-1: act.",
    ]);
    expect(left).toEqual([
      "Page 1: left out “Conference of Rights Cities | 1” at the edge of the page.",
      "Page 1: left out “www.example.org” at the edge of the page.",
      "Page 2: left out “Conference of Rights Cities | 2” at the edge of the page.",
      "Page 2: left out “www.example.org” at the edge of the page.",
    ]);
  });

  test("what begins two pages with other words, or with numbers that count something else, is text", async () => {
    const page = (first: string, second: string) => column(60, [first, "", second, ""]);
    const { brief, left } = await read([
      [...page("1. Cities plan.", "2. Cities pay.")],
      [...page("3. Cities plan.", "4. Cities act.")],
    ]);
    expect(left).toEqual([]);
    expect(brief.map((line) => line.replace(/^\D*-/u, ""))).toEqual([
      "1: Cities plan.",
      "2: Cities pay.",
      "3: Cities plan.",
      "4: Cities act.",
    ]);
  });
});

describe("columns", () => {
  const left = [
    "We, the participants of the Forum of Open Towns,",
    "",
    "Recalling that councils belong to all who live",
    "in their towns and that nobody may be kept from",
    "reading what was decided there,",
    "",
    "Aware that paper is not enough any more today,",
    "and that few can come when councils meet,",
  ];
  const right = [
    "call upon all councils to:",
    "",
    "1. open their sessions to all who wish to hear",
    "what is said;",
    "2. publish what they decide, in plain language,",
    "within a week;",
    "3. answer those who ask them",
    "within a month.",
  ];
  const structure =
    "preface opening recital-1 recital-2 enacting-formula recommendation-1 recommendation-2 recommendation-3".split(
      " ",
    );

  test("one behind the other", async () => {
    const { provisions } = await read([[...title, ...column(140, left), ...column(140, right, 300)]]);
    expect(provisions.map(({ eId }) => eId)).toEqual(structure);
  });

  test("row by row", async () => {
    const rows = left.flatMap((text, at) => [
      ...column(140 + 12 * at, [text]),
      ...column(140 + 12 * at, [right[at] ?? ""], 300),
    ]);
    const { provisions } = await read([[...title, ...rows]]);
    expect(provisions.map(({ eId }) => eId)).toEqual(structure);
    expect(provisions[2]?.text).toBe(
      "Recalling that councils belong to all who live in their towns and that nobody may be kept from reading what was decided there,",
    );
  });

  test("the cells of a table", async () => {
    const rows = ["Graz", "Lima", "Seoul"].flatMap((city, at) => [
      { text: city, y: 190 + 14 * at },
      { text: ["Austria", "Peru", "Republic of Korea"][at] ?? "", x: 200, y: 190 + 14 * at },
    ]);
    const { participants } = await read([
      [
        ...title,
        ...column(140, ["The towns met and agreed to meet again. They did."]),
        { text: "Participants", size: 14, y: 165 },
        ...rows,
      ],
    ]);
    expect(participants.map(({ name, country }) => `${name} | ${country}`)).toEqual([
      "Graz | Austria",
      "Lima | Peru",
      "Seoul | Republic of Korea",
    ]);
  });
});

test("a word broken at the end of a line is whole again where the document writes it elsewhere", async () => {
  const { brief } = await read([
    [
      ...title,
      ...column(140, [
        "# Words",
        "",
        "All municipalities act. Those that are small munici-",
        "palities act with others, in a well-",
        "being plan.",
      ]),
    ],
  ]);
  expect(brief.join(" ")).toContain("small municipalities act with others, in a well-being plan.");
});
