import { copyFile, mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import SQLite from "better-sqlite3";
import { type Env, StartError } from "~/env.server";
import { explained } from "./backup";
import { databaseName, readSoundBackup } from "./backup-manifest";

/** `polylogue restore FOLDER`: into the empty data folder of the settings in force. A damaged backup is refused, and nothing is written. */
export async function restoreCommand(args: string[], { dataDir }: Pick<Env, "dataDir">): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new StartError("Say which backup: polylogue restore FOLDER");
  const folder = resolve(given);
  const there = await readdir(dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw explained(error, dataDir);
  });
  if (there.length > 0) {
    throw new StartError(
      `${dataDir} is not empty. Stop the server and move the folder away, or set DATA_DIR to another.`,
    );
  }
  const manifest = await readSoundBackup(folder);
  checkDatabase(join(folder, databaseName));
  const unfinished = `${dataDir}.unfinished`;
  try {
    await rm(unfinished, { recursive: true, force: true });
    for (const { path } of manifest.files) {
      await mkdir(dirname(join(unfinished, path)), { recursive: true, mode: 0o700 });
      await copyFile(join(folder, path), join(unfinished, path));
    }
    // Under its name once it is whole.
    await rmdir(dataDir).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(unfinished, dataDir);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw explained(error, dataDir);
  }
  console.log(`${dataDir} is as it was on ${manifest.made}: ${manifest.files.length} files.`);
  return 0;
}

/** @throws StartError when the database of a backup is not sound */
function checkDatabase(file: string): void {
  try {
    // Not as a database that is in use: no files may appear beside it.
    const sqlite = new SQLite(file, { readonly: true, fileMustExist: true });
    try {
      const sound = sqlite.pragma("integrity_check(1)", { simple: true }) === "ok";
      const references = sqlite.pragma("foreign_key_check") as unknown[];
      if (!sound || references.length > 0) throw new StartError(`The database of the backup is damaged: ${file}.`);
    } finally {
      sqlite.close();
    }
  } catch (error) {
    if (error instanceof SQLite.SqliteError) throw new StartError(`The database of the backup is damaged: ${file}.`);
    throw error;
  }
}
