import { constants, existsSync } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { StartError } from "~/env.server";
import type { Services } from "~/services.server";
import { databaseName, describeFile, type Manifest, manifestName } from "./backup-manifest";

/** `polylogue backup FOLDER`: the server may run, and people may write, meanwhile. */
export async function backupCommand(args: string[], openServices: () => Promise<Services>): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [given, ...more] = positionals;
  if (!given || more.length > 0)
    throw new StartError("Say the folder that the backup becomes: polylogue backup FOLDER");
  const folder = resolve(given);
  if (existsSync(folder)) throw new StartError(`${folder} exists already: a backup is a new folder.`);
  const services = await openServices();
  // Under its name once it is whole.
  const unfinished = `${folder}.unfinished`;
  try {
    await makeEmpty(unfinished);
    const manifest = await writeBackup(services, unfinished);
    await rename(unfinished, folder);
    await flush(dirname(folder));
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    console.log(`${folder}: ${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB.`);
    return 0;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw explained(error, folder);
  } finally {
    await services.close();
  }
}

async function makeEmpty(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  // It holds what the database holds: nobody else may read it.
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

async function writeBackup({ readDb, env, now, migrations }: Services, folder: string): Promise<Manifest> {
  const made = now().toISOString();
  // Files are never changed, only added and, an hour or more after their last use, deleted. Copied before and after the database, none that
  // it names can be missing.
  const copied = new Set<string>();
  await copyFiles(env.dataDir, folder, copied);
  // One reading transaction: as the database was at one moment, whoever writes.
  await sql`vacuum into ${join(folder, databaseName)}`.execute(readDb);
  await copyFiles(env.dataDir, folder, copied);
  const own = ["thesaurus.yaml"].filter((name) => existsSync(join(env.dataDir, name)));
  for (const name of own) await copyFile(join(env.dataDir, name), join(folder, name));
  const files: Manifest["files"] = [];
  for (const path of [databaseName, ...own, ...copied]) {
    await flush(join(folder, path));
    files.push(await describeFile(folder, path));
  }
  const manifest: Manifest = { made, migration: migrations.at(-1) ?? "", files };
  const file = await open(join(folder, manifestName), "wx");
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await flush(folder);
  return manifest;
}

async function copyFiles(dataDir: string, folder: string, copied: Set<string>): Promise<void> {
  const names = await readdir(join(dataDir, "files")).catch(() => []);
  for (const name of names) {
    const path = join("files", name);
    if (copied.has(path) || !(await isFile(join(dataDir, path)))) continue;
    await mkdir(join(folder, "files"), { recursive: true, mode: 0o700 });
    const isThere = await copyFile(join(dataDir, path), join(folder, path), constants.COPYFILE_FICLONE).then(
      () => true,
      // Deleted this moment: nothing names it.
      (error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? false : Promise.reject(error)),
    );
    if (isThere) copied.add(path);
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Waits until the disk has it. */
async function flush(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** What a disk refuses, in a line. */
export function explained(error: unknown, folder: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(ENOSPC|SQLITE_FULL)/.test(code))
    return new StartError(`The disk of ${folder} is full. Nothing was left there.`);
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|SQLITE_CANTOPEN)/.test(code)) {
    return new StartError(`${folder} cannot be written (${code}). Check the path and its permissions.`);
  }
  return error;
}
