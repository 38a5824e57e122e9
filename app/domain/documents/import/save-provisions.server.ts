import type { Db } from "~db/client.server";
import { batches } from "./batches";
import type { ImportedProvision } from "./imported-document";
import type { SavedProvision } from "./known-provisions.server";
import { provisionTitle } from "./provision-title";
import { sentenceCaser } from "./sentence-case";

interface Provisions {
  slug: string;
  versionId: string;
  language: string;
  provisions: ImportedProvision[];
  before: SavedProvision[];
  time: string;
}

/** Writes the provisions of a version, and what changed of those that were known. */
export async function saveProvisions(
  trx: Db,
  { slug, versionId, language, provisions, before, time }: Provisions,
): Promise<void> {
  const known = new Map(before.map((provision) => [provision.eId, provision]));
  const rows = provisions.map((provision, position) => ({ provision, position, id: `${slug}/${provision.eId}` }));
  const fresh = rows.filter(({ provision }) => !known.has(provision.eId));
  const dates = { published_at: time, created_at: time, updated_at: time };
  const inSentence = sentenceCaser(provisions.map(({ text }) => text));
  const titleOf = (provision: ImportedProvision) => inSentence(provisionTitle(provision));
  for (const batch of batches(fresh)) {
    const entries = batch.map(({ id, provision }) => ({
      ...{ id, kind: "provision" as const, title: titleOf(provision), summary: null, language, ...dates },
    }));
    await trx.insertInto("entry").values(entries).execute();
    const values = batch.map(({ id, provision: { eId: eid, kind, label }, position }) => ({
      ...{ id, document_id: slug, eid, kind, label, position, current: 1 as const },
    }));
    await trx.insertInto("provision").values(values).execute();
  }
  for (const { id, provision, position } of rows) {
    const old = known.get(provision.eId);
    if (!old) continue;
    const { kind, label } = provision;
    await trx.updateTable("provision").set({ kind, label, position, current: 1 }).where("id", "=", id).execute();
    if (!saysTheSame(old, provision)) await touchEntry(trx, id, provision, titleOf(provision), language, time);
  }
  for (const batch of batches(rows)) {
    await trx
      .insertInto("provision_version")
      .values(batch.map((row) => toVersionRow(versionId, row)))
      .execute();
  }
  const changed = rows.filter(({ provision, position }) => {
    const old = known.get(provision.eId);
    return !old || !saysTheSame(old, provision) || old.position !== position;
  });
  for (const batch of batches(changed)) {
    const values = batch.map(({ id }) => ({ kind: "provision" as const, entry_id: id, created_at: time }));
    await trx.insertInto("outbox").values(values).execute();
  }
}

/** A section is called by its heading; other titles come from kind and number, which its address holds. */
async function touchEntry(
  trx: Db,
  id: string,
  provision: ImportedProvision,
  title: string,
  language: string,
  time: string,
): Promise<void> {
  await trx
    .updateTable("entry")
    .set({ updated_at: time })
    .$if(provision.kind === "section" && provision.eId !== "preface", (query) => query.set({ title }))
    .where("id", "=", id)
    .execute();
  // Where a summary in another language stands, its language counts.
  await trx.updateTable("entry").set({ language }).where("id", "=", id).where("summary", "is", null).execute();
}

function saysTheSame(old: SavedProvision, provision: ImportedProvision): boolean {
  return (
    old.current &&
    old.text === provision.text &&
    old.kind === provision.kind &&
    old.label === provision.label &&
    old.verb === provision.verb &&
    old.heading === provision.heading &&
    old.speaker === provision.speaker &&
    old.affiliation === provision.affiliation
  );
}

function toVersionRow(versionId: string, row: { id: string; provision: ImportedProvision; position: number }) {
  const { kind, label, verb, heading, text, speaker, affiliation, parentEId, depth, line } = row.provision;
  return {
    ...{
      document_version_id: versionId,
      provision_id: row.id,
      position: row.position,
      kind,
      label,
      verb,
      heading,
      text,
    },
    ...{ speaker, affiliation, parent_eid: parentEId, depth, line },
  };
}

/** Removed provisions leave the document, not the library: the old version still has them. */
export async function retireProvisions(trx: Db, slug: string, eIds: string[], time: string): Promise<void> {
  for (const batch of batches(eIds)) {
    const ids = batch.map((eId) => `${slug}/${eId}`);
    await trx.updateTable("provision").set({ current: 0 }).where("id", "in", ids).execute();
    await trx.updateTable("entry").set({ updated_at: time }).where("id", "in", ids).execute();
    const values = ids.map((entry_id) => ({ kind: "provision" as const, entry_id, created_at: time }));
    await trx.insertInto("outbox").values(values).execute();
  }
}
