import { sql } from "kysely";
import { expect, test } from "vitest";
import { startApp } from "../support/app-server";

test("alive and ready, each check by its name", async () => {
  const { origin } = await startApp();
  const alive = await fetch(`${origin}/healthz`);
  expect(alive.headers.get("Cache-Control")).toBe("no-store");
  expect(await alive.json()).toEqual({ status: "ok" });
  const ready = await fetch(`${origin}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toEqual({
    status: "ready",
    checks: {
      server: { ok: true },
      database: { ok: true },
      migrations: { ok: true },
      index: {
        ...{ ok: true, engine: "sqlite", fallback: false, entries: 0 },
        indexes: [
          {
            engine: "sqlite",
            entries: 0,
            waiting: 0,
            lagSeconds: 0,
            failures: 0,
            failed: false,
            refused: 0,
            rebuilding: false,
          },
        ],
      },
    },
  });
});

test("not ready while it stops; connections are asked to close", async () => {
  const { origin } = await startApp({ isStopping: () => true });
  const response = await fetch(`${origin}/readyz`);
  expect(response.status).toBe(503);
  expect(response.headers.get("Connection")).toBe("close");
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
});

test("not ready when a newer version migrated the database", async () => {
  const { origin, services } = await startApp();
  await sql`insert into kysely_migration values ('9999-later', '2030-01-01')`.execute(services.db);
  const response = await fetch(`${origin}/readyz`);
  expect(response.status).toBe(503);
  expect((await response.json()).checks.migrations).toEqual({ ok: false });
});

test("not ready when entries have waited for the index too long; what went wrong is not told to everybody", async () => {
  const { origin, services } = await startApp();
  const [keeper] = services.indexes.keepers;
  if (keeper) keeper.engine.remove = () => Promise.reject(new Error("/secret/path"));
  const created_at = new Date(Date.now() - 3_600_000).toISOString();
  await services.db.insertInto("outbox").values({ kind: "tool", entry_id: "a", created_at }).execute();
  await services.syncIndex();
  const answer = await fetch(`${origin}/readyz`);
  expect(answer.status).toBe(503);
  const text = await answer.text();
  expect(text).not.toContain("secret");
  const { index } = JSON.parse(text).checks;
  expect(index).toMatchObject({ ok: false, indexes: [{ waiting: 1, failed: true }] });
  expect(index.indexes[0].failures).toBeGreaterThan(0);
  expect(index.indexes[0].lagSeconds).toBeGreaterThanOrEqual(3600);
});

test("not ready when database and index fail, without saying where they live", async () => {
  const { origin, services } = await startApp();
  await fetch(`${origin}/readyz`);
  const [keeper] = services.indexes.keepers;
  if (keeper) keeper.status = () => Promise.reject(new Error("/secret/path"));
  await services.readDb.destroy();
  const response = await fetch(`${origin}/readyz`);
  expect(response.status).toBe(503);
  const text = await response.text();
  expect(text).not.toContain("secret");
  expect(JSON.parse(text).checks).toMatchObject({ database: { ok: false }, index: { ok: false } });
});
