import type { Db } from "~db/client.server";
import { type Evidence, evidenceLevels, type LinkType, linkTypes } from "~db/schema/link";
import { readLinkValue } from "./edition";

interface EditedLink {
  to_id: string;
  type: LinkType;
  /** Null: there was no such link. */
  before: { evidence: Evidence | null; note: string | null } | null;
}

/** The links from an entry that curators have edited since a moment, each once, as it was before. */
export async function listEditedLinks(db: Db, entryId: string, since: string): Promise<EditedLink[]> {
  const rows = await db
    .selectFrom("edition")
    .innerJoin("edition_field", "edition_field.edition", "edition.number")
    .where("edition.kind", "=", "links")
    .where("edition.place", "=", entryId)
    .where((on) => on.or([on("edition.edited_at", ">=", since), on("edition.taken_back_at", ">=", since)]))
    .orderBy("edition.number")
    .select(["edition.subject", "edition.edited_at", "edition_field.field"])
    .select(["edition_field.before", "edition_field.after"])
    .execute();
  const edited = new Map<string, EditedLink>();
  for (const { subject, edited_at, field, before, after } of rows) {
    const to_id = subject.split(">")[1];
    const type = linkTypes.find((known) => known === field);
    if (!to_id || !type || edited.has(`${type} ${to_id}`)) continue;
    // What was only taken back since then was what the edition had made of it.
    edited.set(`${type} ${to_id}`, { to_id, type, before: readBefore(edited_at >= since ? before : after) });
  }
  return [...edited.values()];
}

function readBefore(value: string | null): EditedLink["before"] {
  if (value === null) return null;
  const { evidence, note } = readLinkValue(value);
  return { evidence: evidenceLevels.find((known) => known === evidence) ?? null, note };
}
