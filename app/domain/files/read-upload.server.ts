import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { finished } from "node:stream/promises";
import { largestFile, type Upload } from "./file";
import type { FileStore } from "./file-store.server";
import { type FormPart, MalformedForm, readMultipart } from "./read-multipart.server";

export interface UploadedForm {
  /** The fields that are no files. */
  fields: FormData;
  /** The first file in the field `file`; null when none was chosen. */
  upload: Upload | null;
  /** Deletes what is left of it; to be called in any case. */
  discard(): Promise<void>;
}

const longestField = 64 * 1024;

/**
 * Reads a form with a file, which goes to a temporary file piece by piece. What else it holds goes into `fields`, to its end also when
 * the file cannot be written.
 * @throws Response 400 or 413; what writing the file throws
 */
export async function readUpload(
  request: Request,
  store: Pick<FileStore, "newTemporary">,
  fields = new FormData(),
): Promise<UploadedForm> {
  const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    request.headers.get("Content-Type") ?? "",
  );
  if (!boundary || !request.body) {
    for (const [name, value] of await request.formData()) fields.append(name, value);
    return { fields, upload: null, discard: async () => {} };
  }
  let unwritten: unknown;
  let upload: Upload | null = null;
  const discard = async () => {
    if (upload) await rm(upload.path, { force: true });
  };
  try {
    const body = request.body as unknown as AsyncIterable<Uint8Array>;
    for await (const part of readMultipart(body, boundary[1] ?? boundary[2] ?? "")) {
      if (part.fileName === null) fields.append(part.name, await readField(part));
      else if (part.name === "file" && part.fileName !== "" && upload === null) {
        upload = { path: store.newTemporary(), name: part.fileName, bytes: 0, tooLarge: false };
        unwritten = await writePart(part, upload);
      }
    }
    if (unwritten) throw unwritten;
    return { fields, upload, discard };
  } catch (error) {
    await discard();
    throw toResponse(error);
  }
}

async function readField({ content }: FormPart): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > longestField) throw new MalformedForm("a field is too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** @returns why the file could not be written */
async function writePart({ content }: FormPart, upload: Upload): Promise<unknown> {
  const file = createWriteStream(upload.path, { flags: "wx", mode: 0o600 });
  const written = finished(file).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    for await (const piece of content) {
      upload.bytes += piece.length;
      upload.tooLarge ||= upload.bytes > largestFile;
      // Read to its end all the same: see server/uploads.ts.
      if (!upload.tooLarge && file.writable && !file.write(piece)) await Promise.race([once(file, "drain"), written]);
    }
    file.end();
    return await written;
  } catch (error) {
    file.destroy();
    throw error;
  }
}

/** What the server refused on the way keeps its status. */
function toResponse(error: unknown): unknown {
  if (error instanceof MalformedForm) return new Response(null, { status: 400 });
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  return status === 413 || status === 400 ? new Response(null, { status }) : error;
}
