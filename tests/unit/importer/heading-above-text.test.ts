import { describe, expect, test } from "vitest";
import { findStructure } from "~/domain/documents/import/find-structure";
import { htmlToText } from "~/domain/documents/import/read-html.server";
import { toSourceLines } from "~/domain/documents/import/source-lines";

const read = (text: string) => findStructure(toSourceLines(text), "sample.txt");
const note = (body: string) => read(`Concept note of the Forum\n\n1 May 2020\n\n1. Background\n\n${body}`);
const brief = ({ provisions }: ReturnType<typeof read>) =>
  provisions.slice(2).map(({ eId, heading, text, line }) => [eId, heading, text, line]);

describe("a heading right above its text", () => {
  test("is one, on long lines", () => {
    const body = "The text stands right below its heading, and goes on for as long as a paragraph does in such notes.";
    expect(brief(note(`1.1 Short heading\n${body}\n\n1.2 Second heading\n${body}`))).toEqual([
      ["section-1-1", "Short heading", "Short heading", 7],
      ["paragraph-1", null, body, 8],
      ["section-1-2", "Second heading", "Second heading", 10],
      ["paragraph-2", null, body, 11],
    ]);
  });

  test("is one, on lines that are broken at a margin", () => {
    const found = brief(
      note("1.1 Short heading\nThe text stands right below its heading, and goes\non behind the margin.\n"),
    );
    expect(found.map(([eId]) => eId)).toEqual(["section-1-1", "paragraph-1"]);
  });

  test("is none where a sentence was broken at the margin", () => {
    const found = note(
      "1.1 Cities should adopt budgets together with the City of\nVienna and the others.\n\n1.2 They report.",
    );
    expect(brief(found)[0]).toEqual([
      "item-1",
      null,
      "Cities should adopt budgets together with the City of Vienna and the others.",
      7,
    ]);
  });

  test("that cannot be told from an item is read as one, with a warning and its line", () => {
    const found = note(
      "2. They met.\n\n3. They ate.\n\n4. Short line\nThe rest of it stands here, below it, and it ends.",
    );
    expect(found.warnings).toContainEqual({ line: 11, message: expect.stringContaining("“4. Short line” may be") });
    expect(found.provisions.at(-1)?.text).toBe("Short line The rest of it stands here, below it, and it ends.");
  });
});

test.each(["Participants", "List of participants:"])("“%s” right above names, behind recommendations", (heading) => {
  const { provisions, participants } = read(
    `Outcome document of the Forum\n\n1 May 2020\n\nWe, the participants,\n\na. Recalling the Declaration,\n\nencourage local governments to\n\n1. adopt charters;\n\n2. train staff.\n\n${heading}\nAnn Lee (Kenya)\nBo Ek (Sweden)\n`,
  );
  expect(participants).toEqual([
    { name: "Ann Lee", country: "Kenya", group: null },
    { name: "Bo Ek", country: "Sweden", group: null },
  ]);
  expect(provisions.filter(({ kind }) => kind === "recommendation").map(({ text }) => text)).toEqual([
    "adopt charters;",
    "train staff.",
  ]);
});

describe("the cells of a table", () => {
  const rows = (cells: string) => htmlToText(`<table>${cells}</table>`).split("\n\n");

  test.each([
    ["plain", "<tr><th>City</th><th>Year</th></tr><tr><td>Riga</td><td>2019</td></tr>", ["City | Year", "Riga | 2019"]],
    ["with an empty one", "<tr><td>Riga</td><td></td><td>2019</td><td> </td></tr>", ["Riga | 2019"]],
    ["as Word writes them", "<tr><td><p>Riga</p></td><td><p>in <b>2019</b></p></td></tr>", ["Riga | in *2019*"]],
    ["of several paragraphs", "<tr><td><p>One.</p><p>Two.</p></td></tr>", ["One.", "Two."]],
  ])("%s", (_, cells, lines) => {
    expect(rows(cells)).toEqual(lines);
  });

  test("hold participants and their countries", () => {
    const html =
      "<h1>Report of the Forum</h1><p>1 May 2020</p><h2>Participants</h2><table><tr><td>Ann Lee</td><td>Kenya</td></tr><tr><td>Bo Ek</td><td>Lund</td><td>Sweden</td></tr></table>";
    expect(read(htmlToText(html)).participants).toEqual([
      { name: "Ann Lee", country: "Kenya", group: null },
      { name: "Bo Ek, Lund", country: "Sweden", group: null },
    ]);
  });
});
