import { randomBytes } from "node:crypto";
import type { Meilisearch } from "meilisearch";
import type { SearchEntry } from "../port";
import { done, type EntryIndex } from "./connection.server";
import type { EntryDocument } from "./document";
import { documentKey } from "./encode";
import { fill } from "./fill.server";
import { formatStamp, settingsOf } from "./settings";

type Changes = Map<string, SearchEntry | null>;

interface Rebuild {
  client: Meilisearch;
  /** Sends documents. */
  sender: Meilisearch;
  uid: string;
  entries: AsyncIterable<SearchEntry> | Iterable<SearchEntry>;
  onProgress?: (written: number) => void;
  /** Makes the changes that came meanwhile, then swaps, while nobody else changes anything. */
  finish: (apply: (changes: Changes) => Promise<void>, swap: () => Promise<void>) => Promise<void>;
}

const batchSize = 1000;
const nextName = (uid: string) => `${uid}_next_`;

/** Fills a second index beside the living one and swaps them. Whatever happens before the swap, the old one stays as it is. */
export async function rebuildIndex({ client, sender, uid, entries, onProgress, finish }: Rebuild): Promise<void> {
  await dropLeftovers(client, uid);
  const next = `${nextName(uid)}${randomBytes(6).toString("hex")}`;
  const index: EntryIndex = client.index<EntryDocument>(next);
  try {
    await done(client, client.createIndex(next, { primaryKey: "key" }));
    await done(client, index.updateSettings(settingsOf({ complete: true })));
    let written = 0;
    let batch: SearchEntry[] = [];
    const flush = async () => {
      await fill({ client, sender, uid: next }, batch);
      written += batch.length;
      batch = [];
      onProgress?.(written);
    };
    for await (const entry of entries) {
      batch.push(entry);
      if (batch.length === batchSize) await flush();
    }
    await flush();
    const apply = async (changes: Changes) => {
      const gone = [...changes].flatMap(([id, entry]) => (entry ? [] : [documentKey(id)]));
      await fill(
        { client, sender, uid: next },
        [...changes.values()].filter((entry) => entry !== null),
      );
      if (gone.length > 0) await done(client, index.deleteDocuments(gone));
    };
    await finish(apply, async () => {
      // Documents that are sent to an index that somebody dropped make a new one, without settings.
      if (!(await index.getDisplayedAttributes()).includes(formatStamp())) {
        throw new Error("another rebuild of the search index has taken over");
      }
      await done(client, client.swapIndexes([{ indexes: [uid, next], rename: false }]));
    });
  } finally {
    await done(client, client.deleteIndex(next)).catch(() => undefined);
  }
}

/** What a rebuild that was killed left behind. */
async function dropLeftovers(client: Meilisearch, uid: string): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1000 });
  for (const index of results)
    if (index.uid.startsWith(nextName(uid))) await done(client, client.deleteIndex(index.uid));
}
