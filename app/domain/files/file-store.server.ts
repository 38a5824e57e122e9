import { createHash, randomUUID } from "node:crypto";
import { createReadStream, mkdirSync } from "node:fs";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { hashSecret, newSecret } from "~/domain/people/secret.server";
import type { StoredBytes, Taken, Upload } from "./file";
import { inspectFile } from "./inspect-file.server";
import { createPictureWriter } from "./rewrite-picture.server";

/** The bytes of pictures and files in the data folder: `files/<sha256>`, each once, whoever uses it. */
export interface FileStore {
  /** A path of its own in the folder for what is not decided yet. */
  newTemporary(): string;
  /** Takes a picture, rewritten, or a file as it is, once it is what is taken here; a picture that nobody described is not. */
  takeFile(upload: Upload, isDescribed: boolean): Promise<Taken<StoredBytes>>;
  /** Takes a picture, rewritten; anything else is refused. */
  takePicture(upload: Upload): Promise<Taken<StoredBytes>>;
  /** All of an upload, for what is read and not kept. */
  readUpload(upload: Upload): Promise<Buffer>;
  /** Keeps an upload for an hour until the person says what is to become of it. @returns what it is kept under, which nobody can guess */
  keep(personId: string, upload: Upload): Promise<string>;
  /** Hands over what a person kept under this name, once; it is kept on when `use` fails. @returns null when there is none */
  spendKept<T>(personId: string, name: string, use: (bytes: Buffer) => Promise<T>): Promise<T | null>;
  pathOf(sha256: string): string;
  open(sha256: string): Readable;
  /** Deletes bytes at once. */
  remove(hashes: readonly string[]): Promise<void>;
  /** Deletes all bytes that nobody uses, but for those of the last hour: what uses them may be about to be written. @returns how many */
  sweep(used: ReadonlySet<string>, now: Date): Promise<number>;
}

const graceMs = 60 * 60 * 1000;

/** `root` is the program's folder. */
export function createFileStore(root: string, dataDir: string): FileStore {
  const folder = join(dataDir, "files");
  const temporary = join(folder, "new");
  const rewrite = createPictureWriter(root);
  const pathOf = (sha256: string) => join(folder, sha256);
  const newTemporary = () => {
    mkdirSync(temporary, { recursive: true, mode: 0o700 });
    return join(temporary, randomUUID());
  };

  const keptPath = (personId: string, name: string) => join(temporary, hashSecret(`${personId} ${name}`));

  /** Moves a temporary file to the place of its hash. */
  async function store(path: string): Promise<string> {
    const sha256 = await hashOf(path);
    const file = await open(path, "r+");
    try {
      // Used anew, perhaps: the hour of grace begins again.
      const now = new Date();
      await file.utimes(now, now);
      // The row that names it must not outlive it when the power fails.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(path, pathOf(sha256));
    return sha256;
  }

  async function takePicture(upload: Upload): Promise<Taken<StoredBytes>> {
    const path = newTemporary();
    const written = await rewrite(upload.path, path);
    if ("problem" in written) {
      await rm(path, { force: true });
      return { problem: written.problem };
    }
    const { width, height, bytes } = written;
    return { stored: { sha256: await store(path), mediaType: "image/webp", bytes, width, height } };
  }

  async function take(
    upload: Upload,
    { onlyPictures, isDescribed }: { onlyPictures: boolean; isDescribed: boolean },
  ): Promise<Taken<StoredBytes>> {
    if (upload.tooLarge) return { problem: onlyPictures ? "pictureTooLarge" : "tooLarge" };
    const found = await inspectFile(upload.path, upload.name);
    if (found.problem) return { problem: found.problem };
    if (found.picture) return isDescribed ? takePicture(upload) : { problem: "alternative" };
    if (onlyPictures) return { problem: "type" };
    const { mediaType } = found;
    return { stored: { sha256: await store(upload.path), mediaType, bytes: upload.bytes, width: null, height: null } };
  }

  return {
    newTemporary,
    takeFile: (upload, isDescribed) => take(upload, { onlyPictures: false, isDescribed }),
    takePicture: (upload) => take(upload, { onlyPictures: true, isDescribed: true }),
    readUpload: ({ path }) => readFile(path),
    async keep(personId, { path }) {
      const name = newSecret();
      await rename(path, keptPath(personId, name));
      return name;
    },
    async spendKept(personId, name, use) {
      const path = keptPath(personId, name);
      const claimed = newTemporary();
      try {
        await rename(path, claimed);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
      try {
        const result = await use(await readFile(claimed));
        await rm(claimed, { force: true });
        return result;
      } catch (error) {
        await rename(claimed, path);
        throw error;
      }
    },
    pathOf,
    open: (sha256) => createReadStream(pathOf(sha256)),
    async remove(hashes) {
      for (const sha256 of hashes) await rm(pathOf(sha256), { force: true });
    },
    async sweep(used, now) {
      let gone = 0;
      for (const name of await readdir(folder).catch(() => [])) {
        if (name !== "new" && !used.has(name)) gone += await removeOld(join(folder, name), now);
      }
      for (const name of await readdir(temporary).catch(() => [])) gone += await removeOld(join(temporary, name), now);
      return gone;
    },
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await finished(createReadStream(path).on("data", (piece) => hash.update(piece)));
  return hash.digest("hex");
}

async function removeOld(path: string, now: Date): Promise<number> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
  if (now.getTime() - mtimeMs < graceMs) return 0;
  await rm(path, { force: true });
  return 1;
}
