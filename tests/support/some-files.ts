import { crc32, deflateRawSync } from "node:zlib";
import sharp from "sharp";

/** A small picture of one colour. */
export const aPicture = (format: "jpeg" | "png" | "webp" | "avif" | "gif", width = 64, height = 48): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#336699" } })
    .toFormat(format)
    .toBuffer();

/** A JPEG that says where it was taken. */
export const aPictureWithPlace = (): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: "#336699" } })
    .jpeg()
    .withExif({ IFD0: { Copyright: "Zephyrine" }, IFD3: { GPSLatitude: "48/1 12/1 30/1", GPSLatitudeRef: "N" } })
    .toBuffer();

/** A PNG in grey, with what its rows are packed to. */
export function greyPng(width: number, height: number, bits: number, packedRows: Buffer): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bits;
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", packedRows), chunk("IEND", Buffer.alloc(0))]);
}

/** A PNG that says how large it is, and holds next to nothing. */
export function hugePng(width = 30_000, height = 30_000): Buffer {
  const rows = deflateRawSync(Buffer.alloc(1_000_000));
  return greyPng(width, height, 8, Buffer.concat([Buffer.from([0x78, 0x9c]), rows, Buffer.alloc(4)]));
}

interface ZipPart {
  name: string;
  content: Buffer;
  /** What the directory says; else the truth. */
  inflated?: number;
  stored?: boolean;
}

/** An archive, with a directory that may lie. */
export function aZip(parts: ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, inflated = content.length, stored } of parts) {
    const data = stored ? content : deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(inflated, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const version = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), version, head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from("PK\x05\x06", "latin1"), end]);
}

export const aDocx = (more: ZipPart[] = []): Buffer =>
  aZip([
    { name: "[Content_Types].xml", content: Buffer.from("<Types/>") },
    { name: "word/document.xml", content: Buffer.from("<document/>") },
    ...more,
  ]);

export const anOdt = (): Buffer =>
  aZip([
    { name: "mimetype", content: Buffer.from("application/vnd.oasis.opendocument.text"), stored: true },
    { name: "content.xml", content: Buffer.from("<office/>") },
  ]);

export const aPdf = (): Buffer => Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
