import type { Db } from "~db/client.server";
import type { ImportedDocument, ImportedProvision, ImportOptions } from "./imported-document";
import { findKnownProvisions, type SavedProvision } from "./known-provisions.server";
import { matchProvisions } from "./match-provisions";
import { provisionTitle } from "./provision-title";
import type { Source } from "./read-source.server";
import { saveRedirects } from "./save-redirects.server";
import { sentenceCaser } from "./sentence-case";

export interface SavedVersion {
  /** `unchanged`: the current version was imported from these very bytes. */
  status: "created" | "updated" | "unchanged";
  version: number;
  /** eIds that the new version does not have, and where moved ones went. */
  removed: string[];
  redirects: { from: string; to: string }[];
}

interface Request {
  document: ImportedDocument;
  source: Source;
  options?: ImportOptions;
}

// 300 rows of 13 columns stay far below SQLite's 32,766 parameters.
const batchSize = 300;

/** Writes a new version of a document and all that follows from it. Takes a transaction. */
export async function saveVersion(
  trx: Db,
  { document, source, options = {} }: Request,
  now: Date,
): Promise<SavedVersion> {
  const time = now.toISOString();
  const { slug } = document;
  const known = await trx.selectFrom("document").selectAll().where("id", "=", slug).executeTakeFirst();
  const current = known?.current_version ?? null;
  if (current !== null && (await shaOf(trx, slug, current)) === source.sha256) {
    return { status: "unchanged", version: current, removed: [], redirects: [] };
  }
  const last = await trx
    .selectFrom("document_version")
    .select(({ fn }) => fn.max("number").as("number"))
    .where("document_id", "=", slug)
    .executeTakeFirst();
  const version = Number(last?.number ?? 0) + 1;
  if (known) await updateDocument(trx, document, options, version, time);
  else await insertDocument(trx, document, options, version, time);
  const versionId = `${slug}@${version}`;
  await trx
    .insertInto("document_version")
    .values({
      id: versionId,
      document_id: slug,
      number: version,
      source_name: source.name,
      source_sha256: source.sha256,
      imported_at: time,
      change_note: null,
    })
    .execute();
  await saveParticipants(trx, versionId, document);
  const before = await findKnownProvisions(trx, slug);
  const matched = matchProvisions(before, document.provisions);
  document.warnings.push(...matched.warnings);
  document.provisions = matched.provisions;
  await saveProvisions(trx, {
    slug,
    versionId,
    language: document.language,
    provisions: matched.provisions,
    before,
    time,
  });
  await retire(trx, slug, matched.removed, time);
  await saveRedirects(
    trx,
    slug,
    matched.redirects,
    matched.provisions.map((provision) => provision.eId),
  );
  await trx.insertInto("outbox").values({ kind: "document", entry_id: slug, created_at: time }).execute();
  return { status: known ? "updated" : "created", version, removed: matched.removed, redirects: matched.redirects };
}

async function shaOf(trx: Db, slug: string, version: number): Promise<string | undefined> {
  const row = await trx
    .selectFrom("document_version")
    .select("source_sha256")
    .where("document_id", "=", slug)
    .where("number", "=", version)
    .executeTakeFirst();
  return row?.source_sha256;
}

async function insertDocument(
  trx: Db,
  document: ImportedDocument,
  options: ImportOptions,
  version: number,
  time: string,
) {
  const { slug: id, kind, date, event, language } = document;
  const title = options.title ?? sentenceCaser(document.provisions.map(({ text }) => text))(document.title);
  const dates = { published_at: time, created_at: time, updated_at: time };
  await trx
    .insertInto("entry")
    .values({ id, kind: "document", title, summary: null, language, ...dates })
    .execute();
  const links = { publisher: null, source_url: options.sourceUrl ?? null, where_to_get: null };
  await trx
    .insertInto("document")
    .values({ id, kind, short_title: title, date, event, ...links, current_version: version })
    .execute();
}

/** What editors wrote stays, unless the caller says otherwise; what they left open is filled in. */
async function updateDocument(
  trx: Db,
  document: ImportedDocument,
  options: ImportOptions,
  version: number,
  time: string,
) {
  const { slug, date, event } = document;
  const { date: knownDate, event: knownEvent } = await trx
    .selectFrom("document")
    .select(["date", "event"])
    .where("id", "=", slug)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable("document")
    .set({ current_version: version, date: options.date ?? knownDate ?? date, event: knownEvent ?? event })
    .$if(options.sourceUrl !== undefined, (query) => query.set({ source_url: options.sourceUrl ?? null }))
    .where("id", "=", slug)
    .execute();
  await trx
    .updateTable("entry")
    .set({ updated_at: time })
    .$if(options.title !== undefined, (query) => query.set({ title: document.title }))
    .$if(options.language !== undefined, (query) => query.set({ language: document.language }))
    .where("id", "=", slug)
    .execute();
}

async function saveParticipants(trx: Db, versionId: string, { participants }: ImportedDocument): Promise<void> {
  const rows = participants.map(({ name, country, group }, position) => ({
    ...{ document_version_id: versionId, position, name, country, participant_group: group },
  }));
  for (const batch of batches(rows)) await trx.insertInto("participant").values(batch).execute();
}

interface Provisions {
  slug: string;
  versionId: string;
  language: string;
  provisions: ImportedProvision[];
  before: SavedProvision[];
  time: string;
}

async function saveProvisions(
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
async function retire(trx: Db, slug: string, eIds: string[], time: string): Promise<void> {
  for (const batch of batches(eIds)) {
    const ids = batch.map((eId) => `${slug}/${eId}`);
    await trx.updateTable("provision").set({ current: 0 }).where("id", "in", ids).execute();
    await trx.updateTable("entry").set({ updated_at: time }).where("id", "in", ids).execute();
    const values = ids.map((entry_id) => ({ kind: "provision" as const, entry_id, created_at: time }));
    await trx.insertInto("outbox").values(values).execute();
  }
}

function batches<Row>(rows: Row[]): Row[][] {
  const result: Row[][] = [];
  for (let start = 0; start < rows.length; start += batchSize) result.push(rows.slice(start, start + batchSize));
  return result;
}
