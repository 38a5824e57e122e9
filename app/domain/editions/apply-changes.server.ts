import type { Doer } from "~/domain/audit/doer";
import type { Db } from "~db/client.server";
import type { Change } from "./edition";
import type { Subject } from "./subjects/subject";

/** Few enough for SQLite's parameters. */
const atATime = 1000;

/** Writes what changes, and tells of it: the indexes of every entry that shows it, before or after, and people. Takes a transaction. */
export async function applyChanges(trx: Db, doer: Doer, subject: Subject, changes: readonly Change[]): Promise<void> {
  const created_at = doer.at.toISOString();
  const before = await subject.shownBy();
  await subject.write(changes, created_at);
  const shown = new Map([...before, ...(await subject.shownBy())].map((entry) => [entry.id, entry.kind]));
  const rows = [...shown].map(([entry_id, kind]) => ({ kind, entry_id, created_at }));
  for (let start = 0; start < rows.length; start += atATime) {
    await trx
      .insertInto("outbox")
      .values(rows.slice(start, start + atATime))
      .execute();
  }
  await subject.tellOf?.(doer);
}
