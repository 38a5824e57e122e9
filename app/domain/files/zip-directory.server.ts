import type { FileHandle } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createInflateRaw } from "node:zlib";

interface ZipEntry {
  name: string;
  stored: number;
  inflated: number;
  offset: number;
  /** 0: as it is, 8: deflated. */
  method: number;
}

const endLength = 22;
const longestComment = 65_535;
const largestDirectory = 2 * 1024 * 1024;
const mostEntries = 5_000;
const mostInflated = 200 * 1024 * 1024;
/** Deflate packs a thousandfold where all is the same; documents of text and pictures come to a tenth or so. */
const worstRatio = 250;
const smallEnough = 10 * 1024 * 1024;

/**
 * What an archive says that it holds, without unpacking anything. Null: it is no archive, or its directory is damaged. Its numbers may
 * be lies, which `isBomb` and `findLie` judge.
 */
export async function readZipDirectory(file: FileHandle, size: number): Promise<ZipEntry[] | null> {
  const tail = Buffer.alloc(Math.min(size, endLength + longestComment));
  await file.read(tail, 0, tail.length, size - tail.length);
  const at = tail.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (at < 0 || at + endLength > tail.length) return null;
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  // No document that is taken here needs the larger numbers of zip64.
  if (length > largestDirectory || offset + length > size) return null;
  const directory = Buffer.alloc(length);
  await file.read(directory, 0, length, offset);
  return readEntries(directory, count);
}

function readEntries(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  for (let at = 0; entries.length < count; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return null;
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      stored: directory.readUInt32LE(at + 20),
      inflated: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      name: directory.subarray(at + 46, at + 46 + nameLength).toString("utf8"),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Whether unpacking it would fill a disk: too much in all, packed too tightly, or the same bytes used for several entries. */
export function isBomb(entries: readonly ZipEntry[]): boolean {
  if (entries.length > mostEntries) return true;
  const inflated = entries.reduce((sum, entry) => sum + entry.inflated, 0);
  const stored = entries.reduce((sum, entry) => sum + entry.stored, 0);
  if (inflated > mostInflated) return true;
  if (inflated > smallEnough && inflated > stored * worstRatio) return true;
  const ordered = [...entries].sort((one, other) => one.offset - other.offset);
  return ordered.some((entry, place) => {
    const next = ordered[place + 1];
    return next !== undefined && entry.offset + 30 + entry.stored > next.offset;
  });
}

/**
 * Whether the directory tells the truth: each entry is unpacked, no further than it says and without being kept.
 * @returns null when it does
 */
export async function findLie(file: FileHandle, entries: readonly ZipEntry[]): Promise<"bomb" | "damaged" | null> {
  for (const entry of entries) {
    const lie = entry.method === 8 && entry.stored > 0 ? await unpack(file, entry) : null;
    if (lie) return lie;
  }
  return null;
}

async function unpack(file: FileHandle, { offset, stored, inflated }: ZipEntry): Promise<"bomb" | "damaged" | null> {
  const head = Buffer.alloc(30);
  await file.read(head, 0, head.length, offset);
  const start = offset + head.length + head.readUInt16LE(26) + head.readUInt16LE(28);
  let size = 0;
  try {
    await pipeline(piecesOf(file, start, stored), createInflateRaw(), async (unpacked: AsyncIterable<Buffer>) => {
      for await (const piece of unpacked) {
        size += piece.length;
        if (size > inflated) return;
      }
    });
  } catch {
    if (size <= inflated) return "damaged";
  }
  return size > inflated ? "bomb" : null;
}

async function* piecesOf(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; ) {
    const piece = Buffer.alloc(Math.min(65_536, length - at));
    const { bytesRead } = await file.read(piece, 0, piece.length, start + at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}
