import type SQLite from "better-sqlite3";
import { sql } from "kysely";
import type { Db } from "./client.server";

/**
 * Tables whose changes no page for everyone shows: drafts as they are saved, sessions, mails, what the server keeps for itself. Any
 * other table counts, those that later migrations make too; tests/integration/remembered-pages.test.ts holds that no remembered page
 * reads one of these.
 */
export const quietTables: ReadonlySet<string> = new Set([
  ...["api_token", "audit_event", "audit_head", "contribution_change", "contribution_field", "job", "known_device"],
  ...["mail", "notification", "one_time_token", "outbox", "public_change", "recovery_code", "review_change"],
  ...["second_factor", "session", "thread_follow", "thread_message", "thread_report", "unsubscribe_token"],
]);
/** The tables of the indexes, which are made and dropped, what is counted of searches, and SQLite's and Kysely's own. */
const isOwn = (table: string) => /^(search|sqlite|kysely)_/.test(table);

/** Each save of a draft, and each message of a thread, writes these two of its row; pages for everyone do not read them. */
const quietColumns: Record<string, readonly string[]> = {
  contribution: ["revision", "updated_at"],
  thread: ["last_at", "last_number"],
};

const prefix = "public_change_";

interface Column {
  table: string;
  column: string;
}

/** Sees to it that a number rises with every change of what is public, whichever process makes it, in its transaction. */
export async function countPublicChanges(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`create table if not exists public_change (id integer primary key check (id = 1), version integer not null)`.execute(
      trx,
    );
    await sql`insert or ignore into public_change (id, version) values (1, 0)`.execute(trx);
    const { rows } = await sql<Column>`
      select t.name as "table", c.name as "column" from sqlite_master t, pragma_table_info(t.name) c
      where t.type = 'table' order by t.name, c.cid`.execute(trx);
    const there = new Map((await triggers(trx)).map(({ name, text }) => [name, text]));
    const wanted = new Map(wantedTriggers(rows));
    for (const [name, text] of there)
      if (wanted.get(name) !== text) await sql`drop trigger ${sql.id(name)}`.execute(trx);
    for (const [name, text] of wanted) if (there.get(name) !== text) await sql.raw(text).execute(trx);
  });
}

/** Until the next call of `countPublicChanges`: a migration could not drop a column that they name. */
export async function stopCounting(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const { name } of await triggers(trx)) await sql`drop trigger ${sql.id(name)}`.execute(trx);
  });
}

const triggers = async (db: Db) =>
  (
    await sql<{ name: string; text: string }>`
      select name, sql as text from sqlite_master where type = 'trigger' and name like ${`${prefix}%`}`.execute(db)
  ).rows;

function wantedTriggers(columns: Column[]): [name: string, text: string][] {
  const tables = [...new Set(columns.map(({ table }) => table))].filter(
    (table) => !quietTables.has(table) && !isOwn(table),
  );
  return tables.flatMap((table) => {
    const quiet = quietColumns[table];
    const loud = columns
      .filter((one) => one.table === table && !quiet?.includes(one.column))
      .map(({ column }) => `"${column}"`);
    return ["insert", "delete", quiet ? `update of ${loud.join(", ")}` : "update"].map((event): [string, string] => {
      const name = `${prefix}${event.split(" ")[0]}_${table}`;
      return [
        name,
        `CREATE TRIGGER "${name}" after ${event} on "${table}" begin update public_change set version = version + 1; end`,
      ];
    });
  });
}

/**
 * Reads what stands for the public state: it differs after any change of what is public, and after an index has followed it. Read
 * before a page is made, it tells later whether the page is still what it was.
 */
export function publicState(readSqlite: SQLite.Database): () => string {
  const statement = readSqlite
    .prepare("select version || ' ' || (select total(last_outbox_id) from search_progress) from public_change")
    .pluck();
  return () => String(statement.get());
}
