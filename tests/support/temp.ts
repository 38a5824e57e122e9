import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type DatabaseConnections, openDatabase } from "~db/client.server";
import { migrateToLatest } from "~db/migrate.server";

/** A folder of its own for this test, removed when it ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "polylogue-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A migrated, empty database of its own for this test; closed and removed when it ends. */
export async function tempDatabase(): Promise<DatabaseConnections> {
  const connections = openDatabase(join(tempFolder(), "test.sqlite"));
  onTestFinished(() => connections.close());
  await migrateToLatest(connections.db);
  return connections;
}
