import { type Meilisearch, MeilisearchApiError } from "meilisearch";
import type { IndexedEntry } from "../port";
import { done, type EntryIndex, FailedTask } from "./connection.server";
import { documentKey } from "./encode";
import { oneOf } from "./filters";
import { RefusedSearch } from "./search-requests.server";
import { settingsOf } from "./settings";
import { type Shown, shownFields } from "./show-document";

const pageOfContents = 10_000;

export function isMissing(error: unknown): boolean {
  const code = error instanceof MeilisearchApiError ? error.cause?.code : error instanceof RefusedSearch && error.code;
  return code === "index_not_found";
}

/** Creates the index where there is none. */
export async function ensureIndex(client: Meilisearch, uid: string): Promise<void> {
  try {
    await client.getRawIndex(uid);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await createIndex(client, uid);
  }
}

async function createIndex(client: Meilisearch, uid: string): Promise<void> {
  await done(client, client.createIndex(uid, { primaryKey: "key" })).catch((error: unknown) => {
    // Another process was faster.
    if (!(error instanceof FailedTask) || error.code !== "index_already_exists") throw error;
  });
  await done(client, client.index(uid).updateSettings(settingsOf({ complete: false })));
}

/** What the server holds of a few entries: more than its searches show. */
export async function readDocuments(index: EntryIndex, ids: string[]): Promise<Shown[]> {
  const filter = oneOf("key", ids.map(documentKey));
  return (await index.getDocuments({ filter, fields: [...shownFields], limit: ids.length })).results;
}

export async function readContents(index: EntryIndex): Promise<IndexedEntry[]> {
  const all: IndexedEntry[] = [];
  for (;;) {
    const page = { offset: all.length, limit: pageOfContents };
    const { results, total } = await index.getDocuments({ fields: ["id", "hash"], ...page });
    all.push(...results.map(({ id, hash }) => ({ id, hash })));
    if (results.length === 0 || all.length >= total) break;
  }
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
