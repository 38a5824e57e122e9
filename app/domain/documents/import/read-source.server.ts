import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename, extname } from "node:path";
import { decodeText } from "./decode-text";
import { ImportError } from "./import-error";
import type { ImportWarning, SourceLine } from "./imported-document";
import { readDocx } from "./read-docx.server";
import { htmlToText, withoutNavigation } from "./read-html.server";
import { readPdf } from "./read-pdf.server";
import { toSourceLines } from "./source-lines";

/** A file that was read: its lines, whatever its format was. */
export interface Source {
  name: string;
  /** Of the file's bytes, in hex. */
  sha256: string;
  lines: SourceLine[];
  warnings: ImportWarning[];
}

interface Content {
  text: string;
  warnings: ImportWarning[];
}

/** Files of this many bytes and more are refused before they are read. */
export const tooLarge = 50_000_000;

const readers: Record<string, (bytes: Buffer) => Content | Promise<Content>> = {
  ".txt": decodeText,
  ".md": decodeText,
  ".html": (bytes) => asHtml(decodeText(bytes)),
  ".htm": (bytes) => asHtml(decodeText(bytes)),
  ".docx": readDocx,
  ".pdf": readPdf,
};

/** Reads a file of any format that can be imported; `name` is what it is called, where its path does not tell. @throws ImportError when it cannot be, with the reason. */
export async function readSource(path: string, name = basename(path)): Promise<Source> {
  const reader = readers[extname(name).toLowerCase()];
  if (!reader) throw new ImportError(`only ${Object.keys(readers).join(" ")} can be imported`);
  const bytes = await readBytes(path);
  if (bytes.length === 0) throw new ImportError("the file is empty");
  const { text, warnings } = await reader(bytes);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new ImportError("there is no text in it");
  return { name, sha256: createHash("sha256").update(bytes).digest("hex"), lines: toSourceLines(text), warnings };
}

function asHtml({ text, warnings }: Content): Content {
  const { html, left } = withoutNavigation(text);
  const leftOut = left.map((words) => ({
    line: 1,
    message: `Left out the navigation of the page: “${words.slice(0, 200)}”.`,
  }));
  return { text: htmlToText(html), warnings: [...warnings, ...leftOut] };
}

async function readBytes(path: string): Promise<Buffer> {
  let file: FileHandle | null = null;
  try {
    // Without blocking: a named pipe would wait for ever for a writer.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await file.stat();
    if (stat.isDirectory()) throw new ImportError("it is a folder, not a file");
    if (!stat.isFile()) throw new ImportError("it is not an ordinary file");
    if (stat.size >= tooLarge) {
      throw new ImportError(`too large: ${(stat.size / 1e6).toFixed(1)} MB, the limit is ${tooLarge / 1e6} MB`);
    }
    return await file.readFile();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reasons: Record<string, string> = {
      ENOENT: "there is no such file",
      ENOTDIR: "there is no such file",
      EACCES: "no permission to read it",
      EPERM: "no permission to read it",
    };
    throw new ImportError(reasons[code] ?? `it cannot be read${code ? ` (${code})` : ""}`);
  } finally {
    await file?.close();
  }
}
