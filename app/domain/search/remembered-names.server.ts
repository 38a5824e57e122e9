import { sql } from "kysely";
import type { Db } from "~db/client.server";

/** Names of values that were read before; forgotten when anything public in the database changes. */
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
  version: number;
  count: number;
  names: Map<string, Map<string, string>>;
}
const known = new WeakMap<Db, Known>();

// Values come from addresses too: nobody may fill the memory with made-up ones.
const mostKnown = 20_000;

export async function rememberedNames(db: Db): Promise<RememberedNames> {
  const { rows } = await sql<{ version: number }>`select version from public_change`.execute(db);
  const remembered = notOutdated(db, rows[0]?.version ?? 0);
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

function notOutdated(db: Db, version: number): Known {
  const remembered = known.get(db);
  if (remembered?.version === version && remembered.count < mostKnown) return remembered;
  const forgotten: Known = { version, count: 0, names: new Map() };
  known.set(db, forgotten);
  return forgotten;
}
