import type { Db } from "~db/client.server";
import { batches } from "./batches";
import type { ImportedDocument, ImportOptions } from "./imported-document";
import { findKnownProvisions } from "./known-provisions.server";
import { matchProvisions } from "./match-provisions";
import type { Source } from "./read-source.server";
import { retireProvisions, saveProvisions } from "./save-provisions.server";
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
  await retireProvisions(trx, slug, matched.removed, time);
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
