import { join } from "node:path";
import SQLite from "better-sqlite3";
import { beforeAll, expect, test } from "vitest";
import { polylogue } from "../support/run-program";
import { largeLibrary } from "../support/search-index";
import { tempFolder } from "../support/temp";

// Builds, when need be, which is said on stderr.
beforeAll(() => polylogue(["--version"]));

test("status shows each index beside the database, as a table and as JSON", async () => {
  const env = { DATA_DIR: tempFolder() };
  const { stdout } = await polylogue(["search", "status"], env);
  const status = JSON.parse((await polylogue(["search", "status", "--json"], env)).stdout);
  expect(status.entries).toBeGreaterThan(100);
  expect(status).toEqual({
    ...{ engine: "sqlite", fallback: false, entries: status.entries },
    indexes: [
      {
        ...{ engine: "sqlite", entries: status.entries, waiting: 0, lagSeconds: 0 },
        ...{ failures: 0, lastError: null, rebuilding: false, refused: [] },
      },
    ],
  });
  expect(stdout).toMatch(new RegExp(`^Answers: sqlite\\nEntries in the database: ${status.entries}\\n`));
  expect(stdout).toMatch(new RegExp(`^sqlite +${status.entries} +0 +0 s +0 +0$`, "m"));
});

test("a server that does not answer is told in one line; status shows who stands in for it", async () => {
  const meilisearch = { SEARCH_ENGINE: "meilisearch", MEILI_URL: "http://127.0.0.1:9", MEILI_KEY: "hush" };
  const env = { DATA_DIR: tempFolder(), ...meilisearch };
  const { stdout } = await polylogue(["search", "status"], env);
  expect(stdout).toMatch(/^Answers: sqlite, in the place of an engine that does not\n/);
  expect(stdout).toMatch(/^meilisearch +no answer /m);
  const { code, stderr } = await polylogue(["search", "verify", "--engine", "meilisearch"], env);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^meilisearch: .+\n$/);
  expect(stderr).not.toContain("hush");
  // Why, too: a port that nobody listens on, a name that nobody knows.
  expect(stderr).toMatch(/bad port|ECONNREFUSED/);
  const unknown = { ...env, MEILI_URL: "http://search.invalid:7700" };
  const reindex = await polylogue(["search", "reindex", "--engine", "meilisearch"], unknown);
  expect(reindex).toMatchObject({ code: 1, stderr: expect.stringMatching(/^meilisearch: .*search\.invalid.*\n$/) });
});

test("reindex says how far it is on lines of their own where there is no terminal", async () => {
  const folder = tempFolder();
  await largeLibrary(folder, 2500);
  const env = { DATA_DIR: folder, SEEDS: "false" };
  await polylogue(["search", "status"], env);
  const { code, stdout, stderr } = await polylogue(["search", "reindex", "--engine", "sqlite"], env);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^sqlite: 2500 entries indexed in [\d.]+ s\.\n$/);
  expect(stderr).toMatch(/^(Indexing for sqlite: [\d,]+ of 2,500 entries, [\d,]+ a second, [\d,]+ s left\n)*$/);
  const wrong = await polylogue(["search", "reindex", "--engine", "solr"], env);
  expect(wrong).toMatchObject({ code: 1, stderr: "There is no engine “solr” here: it is sqlite.\n" });
});

test("verify lists what is missing, surplus and different, and --repair mends it", async () => {
  const folder = tempFolder();
  const env = { DATA_DIR: folder };
  expect(await polylogue(["search", "verify"], env)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^sqlite: \d+ entries, all as in the database\.\n$/),
  });
  // Changes that nobody told the outbox about.
  const database = new SQLite(join(folder, "polylogue.sqlite"));
  database.exec(
    `update entry set published_at = null where id = 'graz'; update entry set title = 'Wien' where id = 'gwangju';`,
  );
  database.exec("update entry set published_at = null where id = 'geneva'");
  database.exec("insert into outbox (kind, entry_id) values ('city', 'geneva')");
  await polylogue(["search", "verify"], env);
  database.exec("update entry set published_at = '2025-01-01T00:00:00Z' where id = 'geneva'");
  const [differing] = JSON.parse((await polylogue(["search", "verify", "--json"], env)).stdout);
  expect(differing).toMatchObject({ engine: "sqlite", surplus: ["graz"], repaired: false });
  expect(differing.missing).toContain("geneva");
  expect(differing.different).toContain("gwangju");
  const found = await polylogue(["search", "verify"], env);
  expect(found.code).toBe(1);
  expect(found.stdout).toContain("sqlite: 1 in the index, but not published\n  graz\n");
  const repaired = await polylogue(["search", "verify", "--repair"], env);
  expect(repaired.code).toBe(0);
  expect(repaired.stdout).toContain("sqlite: 1 taken out of the index\n  graz\n");
  expect(repaired.stdout).toMatch(/put into the index\n {2}geneva\n/);
  expect((await polylogue(["search", "verify"], env)).code).toBe(0);
  database.close();
});
