import type { Logger } from "pino";
import type { EntryReference } from "~/domain/links/link";
import { getReferences } from "~/domain/links/link-queries.server";
import type { Db } from "~db/client.server";
import type { EntryKind } from "~db/schema/entry";
import type { AnsweringEngine } from "~search/port";

const shown = 5;

/** A page that names more than these names most of what is like it. */
const mostBesides = 25;

interface Options {
  kinds?: EntryKind[];
  /** Entries that the page names anyway: they are left out. */
  besides?: string[];
}

/** What says most of the same as an entry, best first. A page never fails for want of it: without an answer there is none. */
export async function listSimilar(
  { search, readDb, log }: { search: AnsweringEngine; readDb: Db; log: Logger },
  id: string,
  { kinds, besides = [] }: Options = {},
): Promise<EntryReference[]> {
  const limit = shown + Math.min(besides.length, mostBesides);
  const found = await search.similar(id, { limit, ...(kinds ? { kinds } : {}) }).catch((error: unknown) => {
    log.error({ err: error, entry: id }, "similar entries could not be found");
    return [];
  });
  const hits = found.filter((hit) => !besides.includes(hit.id)).slice(0, shown);
  if (hits.length === 0) return [];
  const references = await getReferences(
    readDb,
    hits.map((hit) => hit.id),
  );
  const byId = new Map(references.map((reference) => [reference.id, reference]));
  return hits.flatMap(({ id: other, extract }) => {
    const reference = byId.get(other);
    // Paragraphs that nobody has summed up are told by their own words.
    return reference
      ? [{ ...reference, summary: reference.summary ?? (extract.map(({ text }) => text).join("") || null) }]
      : [];
  });
}
