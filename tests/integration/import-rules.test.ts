import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../support/temp";

const root = join(import.meta.dirname, "..", "..");

/** A small house that obeys every rule; each test adds what one of them forbids. */
const house: Record<string, string> = {
  "db/client.server.ts": 'import "better-sqlite3"; export type Db = object; export const open = 1;',
  "db/schema/entry.ts": "export const kinds = [];",
  "db/migrations/0001-first.server.ts": "export const up = 1;",
  "search/port.ts": 'import { kinds } from "../db/schema/entry"; export const port = kinds;',
  "search/sync.server.ts": 'import type { Db } from "../db/client.server"; export const sync = (db: Db) => db;',
  "app/domain/tools/tool.ts": "export const tool = 1;",
  "app/domain/tools/tool-queries.server.ts":
    'import { sql } from "kysely"; import type { Db } from "../../../db/client.server"; export const q = (db: Db) => [db, sql];',
  "app/domain/tools/rename-tool.server.ts": "export const rename = 1;",
  "app/domain/cities/city.ts": 'import { tool } from "../tools/tool"; export const city = tool;',
  "app/domain/cities/city-queries.server.ts": 'import { q } from "../tools/tool-queries.server"; export const c = q;',
  "app/ui/card.tsx": 'import { tool } from "../domain/tools/tool"; export const card = tool;',
  "app/env.server.ts": "export const env = 1;",
  "app/services.server.ts":
    'import { open } from "../db/client.server"; import { sync } from "../search/sync.server"; export const services = [open, sync];',
  "app/routes/tools.tsx":
    'import { card } from "../ui/card"; import { q } from "../domain/tools/tool-queries.server"; export const page = [card, q];',
  "seeds/load-seeds.server.ts": 'import { tool } from "../app/domain/tools/tool"; export const load = tool;',
  "server/main.ts": 'import { services } from "../app/services.server"; export const main = services;',
  "cli/main.ts": 'import { services } from "../app/services.server"; export const main = services;',
  "tests/support/builder.ts": "export const builder = 1;",
};

/** Files that each break a rule, added to the house. */
const wrong: [rule: string, file: string, line: string][] = [
  ["no-circles", "app/domain/tools/circle.ts", 'import "./circle"; export const circle = 1;'],
  ["db-alone", "db/schema/wrong.ts", 'import "../../app/domain/tools/tool";'],
  ["migrations-alone", "db/migrations/0002-wrong.server.ts", 'import "../schema/entry";'],
  ["search-on-db", "search/wrong.ts", 'import "../app/domain/tools/tool";'],
  ["domain-below-pages", "app/domain/cities/wrong-ui.ts", 'import "../../ui/card";'],
  ["domain-is-handed-its-database", "app/domain/cities/wrong-db.server.ts", 'import "../../../db/client.server";'],
  ["rooms-keep-their-verbs", "app/domain/cities/wrong-verb.server.ts", 'import "../tools/rename-tool.server";'],
  ["ui-is-pure", "app/ui/wrong-env.tsx", 'import "../env.server";'],
  ["no-server-files-in-the-browser", "app/ui/wrong-queries.tsx", 'import "../domain/tools/tool-queries.server";'],
  ["routes-hold-no-rules", "app/routes/wrong.tsx", 'import "../../search/sync.server";'],
  ["seeds-below-pages", "seeds/wrong.server.ts", 'import "../app/ui/card";'],
  ["services-below-pages", "app/services.server.ts", 'import "./ui/card"; export const services = 1;'],
  ["programs-outside", "cli/wrong.ts", 'import "../app/ui/card";'],
  ["pages-are-called-not-calling", "app/ui/wrong-server.tsx", 'import "../../server/main";'],
  ["sql-in-server-files-only", "app/routes/wrong-sql.tsx", 'import "kysely";'],
  ["sql-in-server-files-only", "search/wrong-sql.ts", 'import "better-sqlite3";'],
  ["one-builder", "server/wrong.ts", 'import "../db/client.server";'],
  ["no-tests-in-the-program", "app/domain/tools/wrong-test.ts", 'import "../../../tests/support/builder";'],
  ["no-unresolvable", "server/wrong-path.ts", 'import "./nowhere";'],
];

/** Rule and file of each violation in a house of these files. */
function violations(files: Record<string, string>): string[] {
  const folder = tempFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json"]) copyFileSync(join(root, file), join(folder, file));
  const cruiser = join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const folders = ["app", "db", "search", "seeds", "server", "cli"];
  const args = [cruiser, ...folders, "--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as Report;
  return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}

interface Report {
  summary: { violations: { rule: { name: string }; from: string }[] };
}

test("a house that obeys breaks no rule", () => {
  expect(violations(house)).toEqual([]);
});

test("every rule bites", () => {
  const files = Object.fromEntries(wrong.map(([, file, line]) => [file, line]));
  const found = violations({ ...house, ...files });
  expect(found).toEqual(expect.arrayContaining(wrong.map(([rule, file]) => `${rule}: ${file}`)));
  const rules = createRequire(import.meta.url)("../../.dependency-cruiser.cjs").forbidden.map(
    ({ name }: { name: string }) => name,
  );
  expect([...new Set(wrong.map(([rule]) => rule))].sort()).toEqual(rules.sort());
});
