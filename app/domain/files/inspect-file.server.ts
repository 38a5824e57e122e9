import { type FileHandle, open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { type FileProblem, largestPicture } from "./file";
import { findLie, isBomb, readZipDirectory } from "./zip-directory.server";

type Inspected =
  | { mediaType: string; picture: boolean; problem?: undefined }
  | { problem: FileProblem; mediaType?: undefined };

const pictures = new Set(["image/jpeg", "image/png", "image/apng", "image/webp", "image/avif", "image/gif"]);
const heic = new Set(["image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"]);
const beginning = 4_100;

/** What a file is, by what is in it; its name decides nothing but whether a text is a table. */
export async function inspectFile(path: string, name: string): Promise<Inspected> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return { problem: "empty" };
    const head = Buffer.alloc(Math.min(size, beginning));
    await file.read(head, 0, head.length, 0);
    // Before anything else looks into it: an archive is judged by its directory, and by whether that is true.
    if (head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) return await inspectArchive(file, size);
    const found = (await fileTypeFromBuffer(head))?.mime;
    if (found && heic.has(found)) return { problem: "heic" };
    if (found && pictures.has(found)) {
      return size > largestPicture ? { problem: "pictureTooLarge" } : { mediaType: found, picture: true };
    }
    if (found === "application/pdf") return { mediaType: found, picture: false };
    if (isSvg(head)) return { problem: "svg" };
    if (found) return { problem: "type" };
    return await inspectText(file, head, name);
  } finally {
    await file.close();
  }
}

const documents: [part: string, mediaType: string][] = [
  ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
];
const openDocument = "application/vnd.oasis.opendocument.text";

async function inspectArchive(file: FileHandle, size: number): Promise<Inspected> {
  const entries = await readZipDirectory(file, size);
  if (!entries) return { problem: "damaged" };
  const problem = isBomb(entries) ? "bomb" : await findLie(file, entries);
  if (problem) return { problem };
  const names = new Set(entries.map((entry) => entry.name));
  if ([...names].some((name) => /(^|\/)vbaProject\.bin$|^Basic\//i.test(name))) return { problem: "macros" };
  const office = documents.find(([part]) => names.has(part) && names.has("[Content_Types].xml"));
  if (office) return { mediaType: office[1], picture: false };
  // The first entry of an OpenDocument file says as it stands what it is.
  const start = Buffer.alloc(38 + openDocument.length);
  await file.read(start, 0, start.length, 0);
  const isText = start.subarray(30).toString("latin1") === `mimetype${openDocument}`;
  return isText && names.has("content.xml") ? { mediaType: openDocument, picture: false } : { problem: "type" };
}

const isSvg = (head: Buffer): boolean =>
  /^(?:\uFEFF|\s|<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?[^>]*>)*<(?:\w+:)?svg[\s>]/i.test(
    head.toString("utf8"),
  ) || head.subarray(0, 3).equals(Buffer.from([0x1f, 0x8b, 0x08]));

async function inspectText(file: FileHandle, head: Buffer, name: string): Promise<Inspected> {
  if (head.includes(0)) return { problem: "type" };
  // A page that somebody saved would be shown by some programs as one.
  if (/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype|html|head|body|script|\?xml)/i.test(head.toString("latin1"))) {
    return { problem: "type" };
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of file.createReadStream({ start: 0, autoClose: false })) {
      if ((piece as Buffer).includes(0)) return { problem: "type" };
      decoder.decode(piece as Buffer, { stream: true });
    }
    decoder.decode();
  } catch {
    return { problem: "encoding" };
  }
  return { mediaType: /\.(csv|tsv)$/i.test(name) ? "text/csv" : "text/plain", picture: false };
}
