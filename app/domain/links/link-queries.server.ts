import { toCityName } from "~/domain/cities/city";
import type { Db } from "~db/client.server";
import type { EntryReference, LinkView } from "./link";

/** Entries as they are named elsewhere; only what is published. */
const selectReferences = (db: Db) =>
  db
    .selectFrom("entry")
    .leftJoin("provision", "provision.id", "entry.id")
    .leftJoin("document", "document.id", "provision.document_id")
    .leftJoin("practice", "practice.id", "entry.id")
    .leftJoin("case_study", "case_study.id", "entry.id")
    .leftJoin("city", (join) =>
      join.on((on) =>
        on.or([on("city.id", "=", on.ref("practice.city_id")), on("city.id", "=", on.ref("case_study.city_id"))]),
      ),
    )
    .leftJoin("entry as city_entry", "city_entry.id", "city.id")
    .where("entry.published_at", "is not", null)
    .select(["city_entry.title as city_name", "city.name_fr", "city.name_es"])
    .select([
      "entry.id",
      "entry.kind",
      "entry.title",
      "entry.summary",
      "entry.language",
      "provision.document_id",
      "provision.eid",
      "provision.kind as provision_kind",
      "provision.label",
      "document.short_title",
    ]);

type ReferenceRow = Awaited<ReturnType<ReturnType<typeof selectReferences>["execute"]>>[number];

const toReference = (row: ReferenceRow): EntryReference => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  summary: row.summary,
  language: row.language,
  city: row.city_name === null ? null : toCityName({ ...row, city_name: row.city_name }),
  provision:
    row.document_id !== null && row.eid !== null && row.short_title !== null && row.provision_kind !== null
      ? {
          document: row.document_id,
          shortTitle: row.short_title,
          eid: row.eid,
          kind: row.provision_kind,
          label: row.label,
        }
      : null,
});

export async function getReferences(db: Db, ids: string[]): Promise<EntryReference[]> {
  const rows = await selectReferences(db).where("entry.id", "in", ids).orderBy("entry.title").execute();
  return rows.map(toReference);
}

/** Links that lead from an entry, e.g. from a practice to recommendations and tools. */
export async function listLinksFrom(db: Db, id: string): Promise<LinkView[]> {
  const rows = await selectReferences(db)
    .innerJoin("link", "link.to_id", "entry.id")
    .select(["link.type", "link.evidence", "link.note"])
    .where("link.from_id", "=", id)
    .orderBy("provision.document_id", "desc")
    .orderBy("provision.position")
    .orderBy("entry.title")
    .execute();
  return rows.map((row) => ({ type: row.type, evidence: row.evidence, note: row.note, other: toReference(row) }));
}

/** Links that lead to an entry, e.g. to a recommendation from the practices and tools that answer it. */
export async function listLinksTo(db: Db, id: string): Promise<LinkView[]> {
  const rows = await selectReferences(db)
    .innerJoin("link", "link.from_id", "entry.id")
    .select(["link.type", "link.evidence", "link.note"])
    .where("link.to_id", "=", id)
    .orderBy("provision.document_id")
    .orderBy("provision.position")
    .orderBy("entry.title")
    .execute();
  return rows.map((row) => ({ type: row.type, evidence: row.evidence, note: row.note, other: toReference(row) }));
}

/** Practices and case studies that name this provision as their source. */
export async function listRestingOn(db: Db, provisionId: string): Promise<EntryReference[]> {
  const rows = await selectReferences(db)
    .innerJoin("source", "source.entry_id", "entry.id")
    .where("source.provision_id", "=", provisionId)
    .orderBy("entry.title")
    .execute();
  return rows.map(toReference);
}

/** Links that a version kept, in the order of those that lead from an entry; what they led to may not be published any more. */
export async function viewLinks(db: Db, links: (Omit<LinkView, "other"> & { to: string })[]): Promise<LinkView[]> {
  const ids = [...new Set(links.map(({ to }) => to))];
  if (ids.length === 0) return [];
  const rows = await selectReferences(db)
    .where("entry.id", "in", ids)
    .orderBy("provision.document_id", "desc")
    .orderBy("provision.position")
    .orderBy("entry.title")
    .execute();
  return rows.flatMap((row) =>
    links
      .filter(({ to }) => to === row.id)
      .map(({ type, evidence, note }) => ({ type, evidence, note, other: toReference(row) })),
  );
}
