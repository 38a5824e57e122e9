import { sql } from "kysely";
import type { Db } from "~db/client.server";

/** Names of values that were read before; forgotten when anything in the database changes. */
export interface RememberedNames {
  /** Names of these values at least; `read` finds those that are not known yet, and leaves out what has none. */
  get(
    kind: string,
    wanted: string[],
    read: (unknown: string[]) => Promise<ReadonlyMap<string, string>>,
    otherwise?: (value: string) => string,
  ): Promise<ReadonlyMap<string, string>>;
}

interface Known {
  dataVersion: number;
  count: number;
  names: Map<string, Map<string, string>>;
}
const known = new WeakMap<Db, Known>();

// Values come from addresses too: nobody may fill the memory with made-up ones.
const mostKnown = 20_000;

export async function rememberedNames(db: Db): Promise<RememberedNames> {
  // SQLite's counter of changes made by other connections; this one only reads.
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
  const remembered = notOutdated(db, rows[0]?.data_version ?? 0);
  return {
    async get(kind, wanted, read, otherwise = (value) => value) {
      const names = remembered.names.get(kind) ?? new Map<string, string>();
      remembered.names.set(kind, names);
      const unknown = wanted.filter((value) => !names.has(value));
      if (unknown.length === 0) return names;
      const found = await read(unknown);
      for (const value of unknown) names.set(value, found.get(value) ?? otherwise(value));
      remembered.count += unknown.length;
      return names;
    },
  };
}

function notOutdated(db: Db, dataVersion: number): Known {
  const remembered = known.get(db);
  if (remembered?.dataVersion === dataVersion && remembered.count < mostKnown) return remembered;
  const forgotten: Known = { dataVersion, count: 0, names: new Map() };
  known.set(db, forgotten);
  return forgotten;
}
