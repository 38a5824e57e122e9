import { ImportError } from "./import-error";
import type { ImportWarning } from "./imported-document";

const MAGIC: [string, string][] = [
  ["%PDF-", "a PDF file"],
  ["PK\u0003\u0004", "a zip archive or Office file"],
  ["{\\rtf", "an RTF file"],
  ["\u00D0\u00CF\u0011\u00E0", "an old Office file"],
  ["\u0089PNG", "a picture"],
  ["\u00FF\u00D8\u00FF", "a picture"],
  ["GIF8", "a picture"],
  ["\u007FELF", "a program"],
];

/** Bytes to text: UTF-8 or UTF-16 by their marks, else Windows-1252 with a warning. @throws ImportError when they are no text. */
export function decodeText(bytes: Uint8Array): { text: string; warnings: ImportWarning[] } {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  const other = MAGIC.find(([magic]) => head.startsWith(magic));
  if (other) throw new ImportError(`it is not text but ${other[1]}`);
  if (head.startsWith("\u00FF\u00FE") || head.startsWith("\u00FE\u00FF")) {
    const text = new TextDecoder(head.startsWith("\u00FF\u00FE") ? "utf-16le" : "utf-16be").decode(bytes);
    return checked(text, []);
  }
  try {
    return checked(new TextDecoder("utf-8", { fatal: true }).decode(bytes), []);
  } catch (error) {
    if (error instanceof ImportError) throw error;
  }
  const message = "The file is not UTF-8; it was read as Windows-1252. Check accents and quote marks.";
  return checked(fromWindows1252(bytes), [{ line: 1, message }]);
}

/** What the bytes 80 to 9F mean in Windows-1252; some versions of Node read them as control characters. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString("latin1");
  return text.replace(/[\u0080-\u009F]/gu, (letter) => HIGH[letter.charCodeAt(0) - 0x80] ?? letter);
}

function checked(text: string, warnings: ImportWarning[]): { text: string; warnings: ImportWarning[] } {
  const sample = text.slice(0, 20_000);
  const controls = sample.match(/(?![\t\n\r\f\v])\p{Cc}/gu)?.length ?? 0;
  if (text.includes("\0") || controls > sample.length / 50) throw new ImportError("it is a binary file, not text");
  return { text, warnings };
}
