import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, normalize } from "node:path";
import { finished } from "node:stream/promises";
import { z } from "zod";
import { StartError } from "~/env.server";

/** Written last: a backup without it was cut short. */
export const manifestName = "backup.json";
export const databaseName = "polylogue.sqlite";

const isInside = (path: string) => !isAbsolute(path) && !normalize(path).startsWith("..");
const manifestSchema = z.object({
  made: z.iso.datetime(),
  /** The newest migration of the database. */
  migration: z.string(),
  files: z.array(
    z.object({ path: z.string().refine(isInside), bytes: z.int().nonnegative(), sha256: z.string().length(64) }),
  ),
});

/** What a backup holds; paths from its folder. */
export type Manifest = z.infer<typeof manifestSchema>;

export async function describeFile(folder: string, path: string): Promise<Manifest["files"][number]> {
  const hash = createHash("sha256");
  await finished(createReadStream(join(folder, path)).on("data", (piece) => hash.update(piece)));
  return { path, bytes: (await stat(join(folder, path))).size, sha256: hash.digest("hex") };
}

/** Reads what a backup holds, and compares every file with it. @throws StartError that names what is damaged or missing */
export async function readSoundBackup(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => null);
  if (text === null)
    throw new StartError(`${folder} is no backup, or one that was cut short: it has no ${manifestName}.`);
  const manifest = manifestSchema.safeParse(parsed(text));
  if (!manifest.success) throw new StartError(`${join(folder, manifestName)} is damaged.`);
  if (!manifest.data.files.some(({ path }) => path === databaseName)) {
    throw new StartError(`The backup ${folder} names no database.`);
  }
  for (const file of manifest.data.files) {
    const found = await describeFile(folder, file.path).catch(() => null);
    if (!found) throw new StartError(`The backup ${folder} is damaged: ${file.path} is missing.`);
    if (found.sha256 !== file.sha256) {
      throw new StartError(`The backup ${folder} is damaged: ${file.path} is not as it was written.`);
    }
  }
  return manifest.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
