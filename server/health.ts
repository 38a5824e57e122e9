import type { RequestHandler } from "express";
import { sql } from "kysely";
import type { Services } from "~/services.server";

/** Entries may wait this long for the index before the server says that it is not ready. */
const longestLagSeconds = 5 * 60;
const longestCheckMs = 2000;

interface Check {
  ok: boolean;
  [detail: string]: unknown;
}

/** The process is alive: nothing else is asked. */
export const healthz: RequestHandler = (_req, res) => {
  res.setHeader("Cache-Control", "no-store");
  res.json({ status: "ok" });
};

/** The server can do its work: database, migrations and index, each named. 503 when one of them cannot, or when stopping. */
export function readyz(services: Services, isStopping: () => boolean): RequestHandler {
  return (req, res, next) => {
    const answer = async () => {
      const checks: Record<string, Check> = {
        server: { ok: !isStopping() },
        database: await attempt(() => checkDatabase(services)),
        migrations: await attempt(() => checkMigrations(services)),
        index: await attempt(() => checkSearch(services)),
      };
      const ready = Object.values(checks).every((check) => check.ok);
      if (!ready) req.log.warn({ checks }, "not ready");
      res.setHeader("Cache-Control", "no-store");
      res.status(ready ? 200 : 503).json({ status: ready ? "ready" : "not ready", checks });
    };
    answer().catch(next);
  };
}

async function attempt(check: () => Promise<Check>): Promise<Check> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Check>((resolve) => {
    timer = setTimeout(resolve, longestCheckMs, { ok: false, problem: "no answer in time" });
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    // The error's words may name files: they stay in the log.
    return { ok: false, problem: "failed" };
  } finally {
    clearTimeout(timer);
  }
}

async function checkDatabase({ readDb }: Services): Promise<Check> {
  await sql`select 1 from entry limit 1`.execute(readDb);
  return { ok: true };
}

async function checkMigrations({ readDb, migrations }: Services): Promise<Check> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(readDb);
  return {
    ok:
      rows
        .map((row) => row.name)
        .sort()
        .join() === [...migrations].sort().join(),
  };
}

/** Whether what answers can: the embedded engine is in step with the database also while it stands in for another. */
async function checkSearch({ indexes, now }: Services): Promise<Check> {
  const { engine, fallback, entries, indexes: all } = await indexes.status(now());
  const embedded = all.find((index) => index.engine === "sqlite");
  const ok = typeof embedded?.entries === "number" && embedded.lagSeconds < longestLagSeconds;
  // The words of an error may name hosts and files: they are for `polylogue search status`.
  return {
    ok,
    engine,
    fallback,
    entries,
    indexes: all.map(({ lastError, refused, ...index }) => ({
      ...index,
      failed: lastError !== null,
      refused: refused.length,
    })),
  };
}
