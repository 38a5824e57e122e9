import { deflateSync } from "node:zlib";
import { aDocx, greyPng, hugePng } from "../support/some-files";
import type { Account } from "./accounts";

/** Something that would fill the memory or keep the processor, and where it is sent. */
export interface Bomb {
  name: string;
  path: string;
  by: Account;
  body: Record<string, string> | FormData;
  /** Refused, or tamed; anything else is no answer to it. */
  answers: number[];
}

const quotes = ">".repeat(2_048);
const lists = "- ".repeat(5_000);
/** As deep as 200 kB go: more is refused before it is read. */
const lines = Array.from({ length: 630 }, (_, depth) => `${" ".repeat(depth)}- x`).join("\n");
const brackets = "[".repeat(5_000) + "]".repeat(5_000);
const zeros = Buffer.alloc(150_000_000);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';

/** A real picture of 30,000 × 30,000 pixels in black, a bit for each, and not only one that says so. */
const blackPng = (side = 30_000): Buffer =>
  greyPng(side, side, 1, deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1))));

/** A document whose text is 150 MB of nothing, in an archive of 150 kB. */
const packedDocx = () => aDocx([{ name: "word/media/a.xml", content: zeros }]);
/** The same, whose directory says that it is small. */
const lyingDocx = () => aDocx([{ name: "word/styles.xml", content: zeros, inflated: 1_000 }]);
const nestedHtml = `<p>One.</p>${"<ul><li>x".repeat(5_000)}`;
const nestedMarkdown = Array.from({ length: 5_000 }, (_, depth) => `${"  ".repeat(depth % 500)}- x`).join("\n");

function withFile(content: Buffer | string, name: string, fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [field, text] of Object.entries(fields)) form.set(field, text);
  form.set("file", new Blob([typeof content === "string" ? content : new Uint8Array(content)]), name);
  return form;
}

/** All of them, sent by a member and, as documents, by an administrator. */
export function makeBombs(member: Account, administrator: Account): Bomb[] {
  const draft = `/contributions/${member.draft}`;
  const refused = [422];
  const picture = { form: "add", alternativeText: "A street", caption: "" };
  const texts = { quotes, "5,000 nested lists": lists, "nested lists, a line each": lines, brackets };
  const files: [name: string, content: Buffer | string, file: string][] = [
    ["an archive that is packed a thousandfold", packedDocx(), "a.docx"],
    ["an archive that lies about its size", lyingDocx(), "a.docx"],
    ["a picture that says 30,000 × 30,000 pixels", hugePng(), "a.png"],
    ["a picture of 30,000 × 30,000 pixels", blackPng(), "a.png"],
    ["an SVG with a script", svg, "a.svg"],
  ];
  const rows: [name: string, content: Buffer | string, file: string][] = [
    ["CSV of nested lists", `title,situation_before\n${`One,"${quotes}"\n`.repeat(1_000)}`, "a.csv"],
    ["CSV of a million cells", `title\n${",".repeat(1_000_000)}\n`, "a.csv"],
    ["JSON in 100,000 brackets", "[".repeat(100_000), "a.json"],
    ["an archive as rows", packedDocx(), "a.csv"],
  ];
  const documents: [name: string, content: Buffer | string, file: string][] = [
    ["a document packed a thousandfold", packedDocx(), "a.docx"],
    ["a document that lies about its size", lyingDocx(), "a.docx"],
    ["HTML of nested lists", nestedHtml, "a.html"],
    ["Markdown of nested lists", nestedMarkdown, "a.md"],
    ["Markdown of quotes", quotes, "a.md"],
    ["an SVG as a document", svg, "a.html"],
  ];
  return [
    ...Object.entries(texts).flatMap(([name, text]): Bomb[] => [
      { name: `preview: ${name}`, path: "/contributions/preview", by: member, body: { text }, answers: refused },
      {
        name: `save: ${name}`,
        path: `${draft}/save`,
        by: member,
        body: { situation_before: text, "revision.situation_before": "0" },
        answers: refused,
      },
      {
        name: `form: ${name}`,
        path: `${draft}/edit`,
        by: member,
        body: { form: "edit", situation_before: text, "revision.situation_before": "0" },
        answers: refused,
      },
    ]),
    ...files.map(([name, content, file]) => ({
      name: `upload: ${name}`,
      path: `${draft}/files`,
      by: member,
      body: withFile(content, file, picture),
      answers: refused,
    })),
    ...rows.map(([name, content, file]) => ({
      name: `rows: ${name}`,
      path: "/contributions/import",
      by: member,
      body: withFile(content, file, { kind: "practice" }),
      answers: refused,
    })),
    ...documents.map(([name, content, file]) => ({
      name: `document: ${name}`,
      path: "/admin/documents/new",
      by: administrator,
      body: withFile(content, file, { form: "upload" }),
      answers: [302, 422],
    })),
  ];
}
