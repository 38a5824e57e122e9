import mammoth from "mammoth";
import { ImportError } from "./import-error";
import type { ImportWarning } from "./imported-document";
import { htmlToText } from "./read-html.server";
import { readZipEntry, unpackedSize } from "./read-zip-entry.server";
import { wordLabels } from "./word-numbering";

/** What is needed here of a part of a Word document, as mammoth reads it. */
interface WordElement {
  type: string;
  children?: WordElement[];
  numbering?: { isOrdered: boolean } | null;
  value?: string;
}

/** A Word document to text with marks. @throws ImportError when it is none, or is locked with a password. */
export async function readDocx(bytes: Buffer): Promise<{ text: string; warnings: ImportWarning[] }> {
  const head = bytes.subarray(0, 4).toString("latin1");
  if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
    throw new ImportError(
      "it is encrypted with a password, or an old .doc file: save it as a .docx without a password",
    );
  }
  if (!head.startsWith("PK")) throw new ImportError("it is not a Word document");
  if (unpackedSize(bytes) > 300_000_000) throw new ImportError("too large when unpacked");
  let html: string;
  try {
    const options = {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      convertImage: mammoth.images.imgElement(noPicture),
      transformDocument: (document: WordElement) => writeLabels(document, labelsIn(bytes)),
    };
    html = (await mammoth.convertToHtml({ buffer: bytes }, options)).value;
  } catch {
    throw new ImportError("it is damaged, or not a Word document");
  }
  const warnings = /<ol><li>/u.test(html)
    ? [{ line: 1, message: "Word numbered lists itself; they were counted as 1, 2, 3. Check the labels." }]
    : [];
  return { text: htmlToText(html), warnings };
}

async function noPicture() {
  return { src: "" };
}

function labelsIn(bytes: Buffer): string[] {
  const numbering = readZipEntry(bytes, "word/numbering.xml");
  return numbering ? wordLabels(readZipEntry(bytes, "word/document.xml") ?? "", numbering) : [];
}

/** Word prints the labels that it counts, so they are text; only where it is certain which label is whose. */
function writeLabels(document: WordElement, labels: string[]): WordElement {
  const numbered = paragraphs(document).filter(({ numbering }) => numbering?.isOrdered);
  if (numbered.length !== labels.length) return document;
  for (const [at, paragraph] of numbered.entries()) {
    const label = labels[at] ?? "";
    paragraph.numbering = null;
    if (label !== "") paragraph.children = [{ type: "text", value: `${label} ` }, ...(paragraph.children ?? [])];
  }
  return document;
}

function paragraphs(element: WordElement): WordElement[] {
  const inside = (element.children ?? []).flatMap(paragraphs);
  return element.type === "paragraph" ? [element, ...inside] : inside;
}
