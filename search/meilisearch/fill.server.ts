import { type Meilisearch, MeilisearchApiError } from "meilisearch";
import { inTime } from "../failover/in-time";
import type { SearchEntry } from "../port";
import { done, FailedTask } from "./connection.server";
import { type EntryDocument, toDocuments } from "./document";

/** Documents that are sent at a time, in characters: pages wait while they are written out. */
const mostCharacters = 4_000_000;
/** A stem stands in a document twice. */
const charactersOfStem = 20;
/** With so many in a row it is not the entries that are at fault. */
const mostRefusals = 10;

const healthPatienceMs = 2000;

interface Filled {
  client: Meilisearch;
  /** Sends documents. */
  sender: Meilisearch;
  uid: string;
}

/** Adds entries to an index that is being built, by parts: smaller ones where a server or a proxy before it takes no more; those that the server refuses are left out. @throws when it refuses more than a few */
export async function fill({ client, sender, uid }: Filled, entries: SearchEntry[]): Promise<void> {
  const index = sender.index<EntryDocument>(uid);
  let batch: EntryDocument[] = [];
  let characters = 0;
  let refusals = 0;
  const add = async (documents: EntryDocument[]): Promise<void> => {
    if (documents.length === 0) return;
    try {
      await done(client, index.addDocuments(documents));
      refusals = 0;
    } catch (error) {
      if (refusals === mostRefusals || !(await isRefusal(client, error))) throw error;
      if (documents.length === 1) {
        refusals += 1;
        return;
      }
      const half = Math.ceil(documents.length / 2);
      await add(documents.slice(0, half));
      await add(documents.slice(half));
    }
  };
  for (const document of await toDocuments(entries)) {
    batch.push(document);
    characters += document.body.length + document.stems.length * charactersOfStem;
    if (characters < mostCharacters) continue;
    await add(batch);
    [batch, characters] = [[], 0];
  }
  await add(batch);
}

/** Whether it may be about what was sent. */
async function isRefusal(server: Meilisearch, error: unknown): Promise<boolean> {
  if (error instanceof FailedTask) return true;
  if (error instanceof MeilisearchApiError) return [400, 413].includes(error.response.status);
  // Too long a text is often not read to its end, or refused with a page of a proxy: no answer, or none that can be read.
  return inTime(server.isHealthy(), healthPatienceMs).catch(() => false);
}
