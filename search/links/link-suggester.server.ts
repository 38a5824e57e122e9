import { sql } from "kysely";
import type { Db } from "~db/client.server";
import type { LinkSuggester } from "../port";
import type { Thesaurus } from "../query/thesaurus";
import { readLinkCorpus } from "./link-corpus.server";
import { buildLinkIndex, type LinkIndex } from "./link-index.server";
import { suggestLinks } from "./suggest-links";

/**
 * Keeps what suggestions are made from in memory. When something was published since, it is read anew while those who ask are
 * still answered from what was; only the first one waits.
 */
export function createLinkSuggester(
  db: Db,
  thesaurus: Thesaurus,
): LinkSuggester & { setThesaurus(thesaurus: Thesaurus): void } {
  let synonyms = thesaurus;
  let known: { stamp: string; index: LinkIndex } | undefined;
  let reading: Promise<LinkIndex> | undefined;

  const read = async (stamp: string): Promise<LinkIndex> => {
    try {
      const index = await buildLinkIndex(await readLinkCorpus(db), synonyms);
      known = { stamp, index };
      return index;
    } finally {
      reading = undefined;
    }
  };

  return {
    async suggest(draft, options) {
      const stamp = await readStamp(db);
      if (known?.stamp !== stamp) {
        reading ??= read(stamp);
        // Who has something to be answered from does not wait, and meets its failure at the next question.
        if (known) reading.catch(() => undefined);
        else await reading;
      }
      return known ? suggestLinks(known.index, draft, options) : [];
    },
    setThesaurus(next) {
      synonyms = next;
      if (known) known = { ...known, stamp: "" };
    },
  };
}

/** Changes whenever something is published, changed or taken back. */
async function readStamp(db: Db): Promise<string> {
  const entries = await db
    .selectFrom("entry")
    .where("published_at", "is not", null)
    .select((eb) => [eb.fn.countAll<number>().as("count"), eb.fn.max("updated_at").as("latest")])
    .executeTakeFirstOrThrow();
  const { rows } = await sql<{ links: number }>`select count(*) as links from link`.execute(db);
  const edited = await db
    .selectFrom("edition")
    .select(({ fn }) => [fn.max("edited_at").as("latest"), fn.max("taken_back_at").as("taken")])
    .executeTakeFirstOrThrow();
  return [entries.count, entries.latest, rows[0]?.links, edited.latest, edited.taken].join(" ");
}
