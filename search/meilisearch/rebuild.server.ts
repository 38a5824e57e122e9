import { randomBytes } from "node:crypto";
import type { Meilisearch } from "meilisearch";
import type { SearchEntry } from "../port";
import { done, type EntryIndex } from "./connection.server";
import { type EntryDocument, toDocument } from "./document";
import { documentKey } from "./encode";
import { formatStamp, settingsOf } from "./settings";

type Changes = Map<string, SearchEntry | null>;

interface Rebuild {
  client: Meilisearch;
  uid: string;
  entries: AsyncIterable<SearchEntry> | Iterable<SearchEntry>;
  write: (index: EntryIndex, documents: EntryDocument[]) => Promise<void>;
  onProgress?: (written: number) => void;
  /** Makes the changes that came meanwhile, then swaps, while nobody else changes anything. */
  finish: (apply: (changes: Changes) => Promise<void>, swap: () => Promise<void>) => Promise<void>;
}

const batchSize = 2000;
const nextName = (uid: string) => `${uid}_next_`;

/** Fills a second index beside the living one and swaps them. Whatever happens before the swap, the old one stays as it is. */
export async function rebuildIndex({ client, uid, entries, write, onProgress, finish }: Rebuild): Promise<void> {
  await dropLeftovers(client, uid);
  const next = `${nextName(uid)}${randomBytes(6).toString("hex")}`;
  const index: EntryIndex = client.index<EntryDocument>(next);
  try {
    await done(client.createIndex(next, { primaryKey: "key" }));
    await done(index.updateSettings(settingsOf({ complete: true })));
    let written = 0;
    let batch: EntryDocument[] = [];
    const flush = async () => {
      await write(index, batch);
      written += batch.length;
      batch = [];
      onProgress?.(written);
    };
    for await (const entry of entries) {
      batch.push(toDocument(entry));
      if (batch.length === batchSize) await flush();
    }
    await flush();
    const apply = async (changes: Changes) => {
      const gone = [...changes].flatMap(([id, entry]) => (entry ? [] : [documentKey(id)]));
      await write(
        index,
        [...changes.values()].flatMap((entry) => (entry ? [toDocument(entry)] : [])),
      );
      if (gone.length > 0) await done(index.deleteDocuments(gone));
    };
    await finish(apply, async () => {
      // Documents that are sent to an index that somebody dropped make a new one, without settings.
      if (!(await index.getDisplayedAttributes()).includes(formatStamp())) {
        throw new Error("another rebuild of the search index has taken over");
      }
      await done(client.swapIndexes([{ indexes: [uid, next], rename: false }]));
    });
  } finally {
    await done(client.deleteIndex(next)).catch(() => undefined);
  }
}

/** What a rebuild that was killed left behind. */
async function dropLeftovers(client: Meilisearch, uid: string): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1000 });
  for (const index of results) if (index.uid.startsWith(nextName(uid))) await done(client.deleteIndex(index.uid));
}
