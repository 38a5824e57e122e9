import { getTermsOf, noTerms } from "~/domain/vocabularies/vocabulary-queries.server";
import type { Db } from "~db/client.server";
import type { ProvisionPage } from "./document";
import { noText, shownHeading } from "./document-queries.server";

/**
 * A provision with its latest text: of the current version, or, once removed, of the last version that had it.
 * Undefined: no such provision; ask `findRedirect` then.
 */
export async function getProvision(db: Db, slug: string, eid: string): Promise<ProvisionPage | undefined> {
  const row = await db
    .selectFrom("provision")
    .innerJoin("entry", "entry.id", "provision.id")
    .innerJoin("document", "document.id", "provision.document_id")
    .innerJoin("entry as document_entry", "document_entry.id", "document.id")
    .where("provision.document_id", "=", slug)
    .where("provision.eid", "=", eid)
    .where("entry.published_at", "is not", null)
    .select(["provision.id", "provision.eid", "provision.kind", "provision.label", "provision.current"])
    .select(["provision.position", "entry.title", "entry.summary", "entry.updated_at"])
    .select(["document.kind as document_kind", "document.short_title", "document.date", "document.event"])
    .select(["document.publisher", "document.where_to_get"])
    .select(["document_entry.title as document_title", "document_entry.language"])
    .executeTakeFirst();
  if (!row) return undefined;
  const text = await db
    .selectFrom("provision_version as text")
    .innerJoin("document_version as version", "version.id", "text.document_version_id")
    .where("text.provision_id", "=", row.id)
    .orderBy("version.number", "desc")
    .select(["text.verb", "text.heading", "text.text", "text.speaker", "text.affiliation", "text.depth"])
    .select(["text.parent_eid as parentEid", "version.number"])
    .executeTakeFirst();
  const notes = await db
    .selectFrom("provision_note")
    .where("provision_id", "=", row.id)
    .orderBy("position")
    .select("note")
    .execute();
  const terms = await getTermsOf(db, [row.id]);
  const { number, ...textFields } = text ?? { number: null, ...noText };
  return {
    id: row.id,
    eid: row.eid,
    kind: row.kind,
    label: row.label,
    summary: row.summary,
    ...textFields,
    heading: shownHeading(textFields.heading, row.title),
    document: {
      slug,
      title: row.document_title,
      shortTitle: row.short_title,
      kind: row.document_kind,
      date: row.date,
      event: row.event,
      language: row.language,
      publisher: row.publisher,
      whereToGet: row.where_to_get,
    },
    version: number,
    current: row.current === 1,
    notes: notes.map(({ note }) => note),
    terms: terms.get(row.id) ?? noTerms(),
    previous: await neighbour(db, slug, row.position, "previous"),
    next: await neighbour(db, slug, row.position, "next"),
    updatedAt: row.updated_at,
  };
}

async function neighbour(db: Db, slug: string, position: number, side: "previous" | "next") {
  const row = await db
    .selectFrom("provision")
    .where("document_id", "=", slug)
    .where("current", "=", 1)
    .where("position", side === "next" ? ">" : "<", position)
    .orderBy("position", side === "next" ? "asc" : "desc")
    .select(["eid", "kind", "label"])
    .executeTakeFirst();
  return row ?? null;
}

/** The eId that a moved provision has now, if it has moved. */
export async function findRedirect(db: Db, slug: string, eid: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("provision_redirect")
    .where("document_id", "=", slug)
    .where("from_eid", "=", eid)
    .select("to_eid")
    .executeTakeFirst();
  return row?.to_eid;
}

/** Provisions as `text` in the current version of their `document`. */
export const selectCurrentTexts = (db: Db) =>
  db
    .selectFrom("provision_version as text")
    .innerJoin("document_version as version", "version.id", "text.document_version_id")
    .innerJoin("document", (join) =>
      join.onRef("document.id", "=", "version.document_id").onRef("document.current_version", "=", "version.number"),
    );

/** Provisions below this one, in order, with their latest text: the points of a recommendation, the paragraphs of a section. */
export async function listParts(db: Db, slug: string, parentEid: string) {
  return selectCurrentTexts(db)
    .innerJoin("provision", "provision.id", "text.provision_id")
    .where("document.id", "=", slug)
    .where("text.parent_eid", "=", parentEid)
    .orderBy("text.position")
    .select(["provision.id", "provision.eid", "text.kind", "text.label", "text.text", "text.speaker"])
    .select("text.affiliation")
    .execute();
}
