import { tell } from "~/domain/notifications/tell.server";
import { eachFound } from "~/domain/search/found-ids-queries.server";
import { placeSearch } from "~/domain/search/placed-search-queries.server";
import { parseSearchParams } from "~/domain/search/search-params";
import type { Db } from "~db/client.server";
import type { AlertRhythm } from "~db/schema/telling";
import type { AnsweringEngine } from "~search/port";
import { searchAddress } from "./saved-search";
import { findSettled, listNewEntries } from "./settled-until-queries.server";

interface Services {
  db: Db;
  search: AnsweringEngine;
}

/** As many as an alert names. */
const mostNamed = 3;

/** Tells those who keep a search what it finds of what was published since its last alert: each entry once. */
export async function alertSearches(services: Services, rhythm: Exclude<AlertRhythm, "off">, now: Date): Promise<void> {
  const until = await findSettled(services.db, now);
  const { since } = await services.db
    .selectFrom("saved_search")
    .where("alerts", "=", rhythm)
    .select(({ fn }) => fn.min("told_until").as("since"))
    .executeTakeFirstOrThrow();
  // Asked each minute, it writes nothing while there is nothing new.
  if (since === null || (await listNewEntries(services.db, since, until)).length === 0) return;
  const due = await services.db
    .selectFrom("saved_search")
    .where("alerts", "=", rhythm)
    .where("told_until", "<", until)
    .orderBy("id")
    .selectAll()
    .execute();
  for (const saved of due) {
    const added = await listNewEntries(services.db, saved.told_until, until);
    const ids = await findAmong(services, saved, new Set(added.map(({ id }) => id)));
    const found = added.filter(({ id }) => ids.has(id));
    await services.db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable("saved_search")
        .set({ told_until: until })
        .where("id", "=", saved.id)
        .where("told_until", "=", saved.told_until)
        .where("alerts", "=", rhythm)
        .executeTakeFirst();
      // Changed or deleted meanwhile.
      if (numUpdatedRows === 0n || found.length === 0) return;
      const titles = found.slice(0, mostNamed).map(({ title }) => title);
      const details = {
        title: saved.name,
        count: found.length,
        titles: titles.join("; ") + (found.length > mostNamed ? " …" : ""),
        path: searchAddress(saved.query),
      };
      const news = { kind: "search-alert", subject: { kind: "search", id: saved.id }, details } as const;
      await tell(trx, [saved.person_id], { ...news, waits: false }, now);
    });
  }
}

/** Which of these entries a search finds: the engine itself says so, page by page. */
async function findAmong(
  { db, search }: Services,
  saved: { query: string; language: string },
  wanted: Set<string>,
): Promise<Set<string>> {
  const found = new Set<string>();
  if (wanted.size === 0) return found;
  const { query: asked } = parseSearchParams(new URLSearchParams(saved.query), { language: saved.language });
  const { query } = await placeSearch(db, asked);
  for await (const ids of eachFound(search, query)) {
    for (const id of ids) if (wanted.has(id)) found.add(id);
    if (found.size === wanted.size) break;
  }
  return found;
}
