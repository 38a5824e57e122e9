import type { Db } from "~db/client.server";
import type { KnownProvision } from "./match-provisions";

/** A provision of the database with its text in the latest version that had it. */
export interface SavedProvision extends KnownProvision {
  position: number;
  verb: string | null;
  heading: string | null;
  speaker: string | null;
  affiliation: string | null;
}

/** Every provision that a document has or ever had. */
export async function findKnownProvisions(db: Db, slug: string): Promise<SavedProvision[]> {
  const rows = await db
    .selectFrom("provision")
    .select(["id", "eid as eId", "kind", "label", "position", "current"])
    .where("document_id", "=", slug)
    .orderBy("position")
    .execute();
  const texts = await db
    .selectFrom("provision_version as text")
    .innerJoin("document_version as version", "version.id", "text.document_version_id")
    .select(["text.provision_id", "text.text", "text.verb", "text.heading", "text.speaker", "text.affiliation"])
    .where("version.document_id", "=", slug)
    .orderBy("version.number")
    .execute();
  const latest = new Map(texts.map((text) => [text.provision_id, text]));
  const none = { text: null, verb: null, heading: null, speaker: null, affiliation: null };
  return rows.map(({ id, current, ...row }) => {
    const { text, verb, heading, speaker, affiliation } = latest.get(id) ?? none;
    return { ...row, current: current === 1, text, verb, heading, speaker, affiliation };
  });
}
