import { sql } from "kysely";
import type { Db } from "~db/client.server";

/** Everything that the database holds but what each request writes. */
export async function readAll(db: Db): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db);
  const kept = tables.map(({ name }) => name).filter((name) => !/^(session|search_|sqlite_|known_device)/.test(name));
  const contents = await Promise.all(
    kept.map(async (name) => (await sql`select * from ${sql.table(name)}`.execute(db)).rows),
  );
  return JSON.stringify(contents);
}
