import type { Db } from "~db/client.server";
import { readContents } from "./content-queries.server";
import type { Credits, VersionContent } from "./version";

interface NewVersion {
  entryId: string;
  number: number;
  content: VersionContent;
  credits: Credits;
  changeNote: string | null;
  publishedAt: string;
  contributionId: string | null;
}

/** Keeps what entries say as versions of their own, for ever. */
export async function recordVersions(trx: Db, versions: NewVersion[]): Promise<void> {
  const rows = versions.map((version) => ({
    entry_id: version.entryId,
    number: version.number,
    content: JSON.stringify(version.content),
    change_note: version.changeNote,
    published_at: version.publishedAt,
    contribution_id: version.contributionId,
  }));
  if (rows.length > 0) await trx.insertInto("entry_version").values(rows).execute();
  const credits = versions.flatMap(({ entryId: entry_id, number, credits }) =>
    (["author", "reviewer"] as const).flatMap((part) =>
      credits[`${part}s`].map(({ personId, name, orcid, roles }, index) => ({
        ...{ entry_id, number, part, position: index + 1, person_id: personId, name, orcid },
        roles: JSON.stringify(roles),
      })),
    ),
  );
  if (credits.length > 0) await trx.insertInto("version_credit").values(credits).execute();
}

/** Few enough for SQLite's parameters. */
const atATime = 200;

/** Gives what came with the installation its first version. */
export async function recordFirstVersions(db: Db): Promise<void> {
  const wanted = () =>
    db
      .selectFrom("entry")
      .leftJoin("entry_version as version", "version.entry_id", "entry.id")
      .where("entry.kind", "in", ["practice", "case-study"])
      .where("entry.published_at", "is not", null)
      .where("version.number", "is", null)
      .limit(atATime)
      .select("entry.id")
      .execute();
  for (let rows = await wanted(); rows.length > 0; rows = await wanted()) {
    const ids = rows.map(({ id }) => id);
    await db.transaction().execute(async (trx) => {
      // Another process may have been faster.
      const known = await trx.selectFrom("entry_version").where("entry_id", "in", ids).select("entry_id").execute();
      const missing = ids.filter((id) => !known.some(({ entry_id }) => entry_id === id));
      await recordVersions(trx, await readFirstVersions(trx, missing));
    });
  }
}

/** The first versions of entries of which none is kept yet. */
export async function readFirstVersions(db: Db, ids: string[]): Promise<NewVersion[]> {
  if (ids.length === 0) return [];
  const contents = await readContents(db, ids);
  const rows = await db
    .selectFrom("entry")
    .leftJoin("practice", "practice.id", "entry.id")
    .leftJoin("case_study", "case_study.id", "entry.id")
    .where("entry.id", "in", ids)
    .where("entry.published_at", "is not", null)
    .select(["entry.id", "entry.updated_at", "practice.authors", "case_study.authors as researchers"])
    .execute();
  return rows.flatMap(({ id, updated_at, authors, researchers }) => {
    const content = contents.get(id);
    const names = (authors ?? researchers ?? "").split(/;\s*/).filter(Boolean);
    const credits = { authors: names.map((name) => ({ personId: null, name, orcid: null, roles: [] })), reviewers: [] };
    const version = {
      entryId: id,
      number: 1,
      credits,
      changeNote: null,
      publishedAt: updated_at,
      contributionId: null,
    };
    return content ? [{ ...version, content }] : [];
  });
}
