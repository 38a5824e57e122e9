import { getDocumentProxy } from "unpdf";
import { ImportError } from "./import-error";
import type { ImportWarning } from "./imported-document";
import type { PdfLine } from "./pdf-columns";
import { linesOfPage, type PageItem, pageText } from "./pdf-lines";

/** A PDF to text, page by page. @throws ImportError when it is none, is locked, or holds pictures of text only. */
export async function readPdf(bytes: Buffer): Promise<{ text: string; warnings: ImportWarning[] }> {
  if (!bytes.subarray(0, 1024).toString("latin1").includes("%PDF-")) throw new ImportError("it is not a PDF file");
  let pages: PdfLine[][];
  try {
    pages = await readPages(bytes);
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      throw new ImportError("it is encrypted: save it without a password first");
    }
    throw new ImportError("it is damaged, or not a PDF file");
  }
  if (pages.every((lines) => lines.length === 0)) {
    throw new ImportError("there is no text in it: it may hold scanned pictures, which need text recognition first");
  }
  return pageText(pages);
}

async function readPages(bytes: Buffer): Promise<PdfLine[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const pages: PdfLine[][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(linesOfPage(items.flatMap((item): PageItem[] => ("str" in item ? [toItem(item)] : []))));
    }
    return pages;
  } finally {
    await pdf.destroy();
  }
}

function toItem(item: { str: string; transform: number[]; width: number; height: number }): PageItem {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
  return { text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height };
}
