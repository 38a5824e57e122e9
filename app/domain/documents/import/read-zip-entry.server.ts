import { inflateRawSync } from "node:zlib";

/** The text of a file inside a zip archive; undefined when there is none of that name, or it does not unpack. */
export function readZipEntry(bytes: Buffer, name: string): string | undefined {
  for (let at = nextEntry(bytes, 0); at >= 0; at = nextEntry(bytes, at + 46)) {
    const nameLength = bytes.readUInt16LE(at + 28);
    if (bytes.toString("utf8", at + 46, at + 46 + nameLength) !== name) continue;
    const packedSize = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    if (local + 30 > bytes.length) return undefined;
    // The lengths in the entry's own head may differ from those in the directory.
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + packedSize);
    try {
      const isStored = bytes.readUInt16LE(at + 10) === 0;
      return (isStored ? packed : inflateRawSync(packed, { maxOutputLength: 300_000_000 })).toString("utf8");
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** The sum of the sizes that the archive promises: a small file can unpack to a huge one. */
export function unpackedSize(bytes: Buffer): number {
  let sum = 0;
  for (let at = nextEntry(bytes, 0); at >= 0; at = nextEntry(bytes, at + 46)) sum += bytes.readUInt32LE(at + 24);
  return sum;
}

/** Where the directory names the next file. */
function nextEntry(bytes: Buffer, from: number): number {
  const at = bytes.indexOf("PK\u0001\u0002", from, "latin1");
  return at >= 0 && at + 46 <= bytes.length ? at : -1;
}
