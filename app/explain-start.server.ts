import { NewerDatabase } from "~db/migrate.server";
import { SeedError } from "~seeds/seed-error";
import { StartError } from "./env.server";

/** Runs `task`; what SQLite, migrations or seeds complain about becomes one line for the operator. */
export async function explained<T>(file: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const line = explain(error, file);
    throw line ? new StartError(line, { cause: error }) : error;
  }
}

function explain(error: unknown, file: string): string | undefined {
  if (error instanceof NewerDatabase) return `${error.message} Update Polylogue, or use another DATA_DIR.`;
  if (error instanceof SeedError) return `The seeds cannot be used: ${error.message}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return `The database ${file} is damaged or no database. Put back a backup, or move the file away.`;
  }
  if (/^SQLITE_FULL/.test(code)) return `The disk of the database ${file} is full.`;
  if (/^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code))
    return `The database ${file} cannot be written. Check its permissions.`;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return `The database ${file} is locked by another process.`;
  if (/^SQLITE_IOERR/.test(code)) return `The database ${file} cannot be read or written: the disk reports an error.`;
  return undefined;
}
