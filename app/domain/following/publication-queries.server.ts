import type { Db } from "~db/client.server";
import type { EntryKind } from "~db/schema/entry";
import type { Followed } from "./followed";

/** Something was published, or has a new version. */
export interface Publication {
  entryId: string;
  kind: EntryKind;
  title: string;
  number: number;
  at: string;
  /** Of its network, when it came through one. */
  networkId: string | null;
}

/** What was published since, in its order; only what still is. */
export async function listPublications(db: Db, since: string, until: string): Promise<Publication[]> {
  const versions = await db
    .selectFrom("entry_version as version")
    .innerJoin("entry", "entry.id", "version.entry_id")
    .leftJoin("contribution", "contribution.id", "version.contribution_id")
    .where("entry.published_at", "is not", null)
    .where("version.published_at", ">", since)
    .where("version.published_at", "<=", until)
    .select(["entry.id as entryId", "entry.kind", "entry.title", "version.number", "version.published_at as at"])
    .select("contribution.network_id as networkId")
    .execute();
  const documents = await db
    .selectFrom("document_version as version")
    .innerJoin("entry", "entry.id", "version.document_id")
    .where("entry.published_at", "is not", null)
    .where("version.imported_at", ">", since)
    .where("version.imported_at", "<=", until)
    .select(["entry.id as entryId", "entry.kind", "entry.title", "version.number", "version.imported_at as at"])
    .execute();
  const all = [...versions, ...documents.map((version) => ({ ...version, networkId: null }))];
  return all.sort((a, b) => a.at.localeCompare(b.at) || a.entryId.localeCompare(b.entryId));
}

/** Everything that a publication touches, and that can be followed: itself first, then what is closest to it. */
export async function listTouched(db: Db, { entryId, kind, networkId }: Publication): Promise<Followed[]> {
  const links = await db
    .selectFrom("link")
    .innerJoin("entry", "entry.id", "link.to_id")
    .leftJoin("provision", "provision.id", "entry.id")
    .where("link.from_id", "=", entryId)
    .select(["entry.id", "entry.kind", "provision.document_id"])
    .execute();
  const cities = await db
    .selectFrom("practice")
    .where("id", "=", entryId)
    .select("city_id as id")
    .union(db.selectFrom("case_study").where("id", "=", entryId).select("city_id as id"))
    .execute();
  const themes = await db
    .selectFrom("entry_term")
    .where("entry_id", "=", entryId)
    .where("vocabulary", "=", "theme")
    .select("code as id")
    .execute();
  const own = kind === "practice" || kind === "case-study" || kind === "document" ? [{ kind, id: entryId }] : [];
  const linked = (wanted: "provision" | "tool") =>
    links.flatMap(({ id, kind }) => (kind === wanted ? [{ kind: wanted, id }] : []));
  const documents = new Set(links.flatMap(({ document_id }) => document_id ?? []));
  return [
    ...own,
    ...cities.map(({ id }) => ({ kind: "city" as const, id })),
    ...linked("provision"),
    ...linked("tool"),
    ...(networkId === null ? [] : [{ kind: "network" as const, id: networkId }]),
    ...themes.map(({ id }) => ({ kind: "theme" as const, id })),
    ...[...documents].map((id) => ({ kind: "document" as const, id })),
  ];
}
