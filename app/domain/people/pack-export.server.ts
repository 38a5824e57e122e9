import { existsSync } from "node:fs";
import { PassThrough, type Readable } from "node:stream";
import yazl from "yazl";

/** The archive of an account: `account.json`, and the files beside it under their names there. */
export function packExport(account: unknown, files: { name: string; path: string }[], now: Date): Readable {
  const zip = new yazl.ZipFile();
  const packed = new PassThrough();
  zip.outputStream.pipe(packed);
  zip.on("error", (error: Error) => packed.destroy(error));
  zip.addBuffer(Buffer.from(JSON.stringify(account, null, 2)), "account.json", { mtime: now });
  for (const { name, path } of files) if (existsSync(path)) zip.addFile(path, safeName(name), { mtime: now });
  zip.end();
  return packed;
}

/** Nothing in it may be unpacked elsewhere. */
const safeName = (name: string) =>
  name
    .split("/")
    .map((part) => part.replace(/[\\:*?"<>|\p{Cc}]/gu, "_").replace(/^\.+/, "_"))
    .join("/");
