import { Migrator, sql } from "kysely";
import type { Db } from "./client.server";
import * as library from "./migrations/0001-library.server";
import * as searchProgress from "./migrations/0002-search-progress.server";
import * as searchCount from "./migrations/0003-search-count.server";
import * as people from "./migrations/0004-people.server";
import * as networks from "./migrations/0005-networks.server";
import * as contributions from "./migrations/0006-contributions.server";
import * as searchRefusals from "./migrations/0007-search-refusals.server";
import * as cityNames from "./migrations/0008-city-names.server";
import * as auditAndNotifications from "./migrations/0009-audit-and-notifications.server";
import * as files from "./migrations/0010-files.server";
import * as publication from "./migrations/0011-publication.server";
import * as review from "./migrations/0012-review.server";
import * as telling from "./migrations/0013-telling.server";
import * as curating from "./migrations/0014-curating.server";
import * as links from "./migrations/0015-links.server";
import * as sessionRenewal from "./migrations/0016-people.server";
import * as threads from "./migrations/0017-threads.server";
import * as editions from "./migrations/0018-editions.server";
import * as whatReviewersRead from "./migrations/0019-what-reviewers-read.server";
import * as threadFollows from "./migrations/0020-thread-follows.server";
import { countPublicChanges, stopCounting } from "./public-changes.server";

/** In order; released migrations never change. */
const migrations = {
  "0001-library": library,
  "0002-search-progress": searchProgress,
  "0003-search-count": searchCount,
  "0004-people": people,
  "0005-networks": networks,
  "0006-contributions": contributions,
  "0007-search-refusals": searchRefusals,
  "0008-city-names": cityNames,
  "0009-audit-and-notifications": auditAndNotifications,
  "0010-files": files,
  "0011-publication": publication,
  "0012-review": review,
  "0013-telling": telling,
  "0014-curating": curating,
  "0015-links": links,
  "0016-people": sessionRenewal,
  "0017-threads": threads,
  "0018-editions": editions,
  "0019-what-reviewers-read": whatReviewersRead,
  "0020-thread-follows": threadFollows,
};

/** The database was written by a newer Polylogue than this one. */
export class NewerDatabase extends Error {
  override name = "NewerDatabase";
}

/** Brings the schema up to date. @throws NewerDatabase when the file holds a migration that this version does not know. */
export async function migrateToLatest(db: Db): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const applied = await appliedMigrations(db);
  const unknown = applied.filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new NewerDatabase(`The database is from a newer version of Polylogue (it has ${unknown.join(", ")}).`);
  }
  if (Object.keys(migrations).some((name) => !applied.includes(name))) {
    await stopCounting(db);
    const { error } = await migrator.migrateToLatest();
    if (error) throw error;
  }
  await countPublicChanges(db);
}

async function appliedMigrations(db: Db): Promise<string[]> {
  const { rows: found } = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db);
  if (found.length === 0) return [];
  const rows = await db
    .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
    .selectFrom("kysely_migration")
    .select("name")
    .execute();
  return rows.map((row) => row.name);
}
