import type { Db } from "~db/client.server";
import type { SearchEntry } from "~search/port";

const batchSize = 300;
const provisionsOfDocument = 200;
const now = "2025-01-01T00:00:00.000Z";
const vocabularyOf = { theme: "theme", right: "right", group: "group", sdg: "target" } as const;

/** Publishes generated entries beside the seeded ones: practices of the seeded cities, everything else as provisions of new documents. */
export async function fillLibrary(db: Db, entries: SearchEntry[]): Promise<void> {
  const cities = await db.selectFrom("city").select("id").orderBy("id").execute();
  const terms = await db.selectFrom("term").select(["vocabulary", "code"]).orderBy("code").execute();
  /** The term in the place of a generated value (`theme-12`). */
  const termsOf = ({ facets }: SearchEntry) =>
    Object.entries(vocabularyOf).flatMap(([facet, vocabulary]) => {
      const known = terms.filter((term) => term.vocabulary === vocabulary);
      const numbers = facets[facet as keyof typeof vocabularyOf].map((value) => Number(value.split("-").at(-1)));
      return [...new Set(numbers.map((number) => known[number % known.length]?.code ?? ""))].map((code) => ({
        ...{ vocabulary, code },
      }));
    });
  const practices = entries.filter((entry) => entry.kind === "practice");
  const others = entries.filter((entry) => entry.kind !== "practice");
  await db.transaction().execute(async (trx) => {
    const publish = async (rows: { id: string; kind: "practice" | "provision" | "document"; entry: SearchEntry }[]) => {
      const dates = { published_at: now, created_at: now, updated_at: now };
      const values = rows.map(({ id, kind, entry: { title, summary, text, language } }) => ({
        ...{ id, kind, title, language, ...dates, summary: kind === "practice" ? summary : `${summary}\n\n${text}` },
      }));
      await trx.insertInto("entry").values(values).execute();
      await trx
        .insertInto("outbox")
        .values(rows.map(({ id, kind }) => ({ kind, entry_id: id, created_at: now })))
        .execute();
      const carried = rows.flatMap(({ id, entry }) => termsOf(entry).map((term) => ({ entry_id: id, ...term })));
      if (carried.length > 0) await trx.insertInto("entry_term").values(carried).execute();
    };
    for (const batch of batches(practices, batchSize)) {
      await publish(batch.map((entry) => ({ id: entry.id, kind: "practice", entry })));
      const unknown = { ended: null, lead_body: null, partners: null, situation_before: null, results: null };
      const left = { challenges: null, lessons_learned: null, contact: null, objectives: null, legal_basis: null };
      const open = { participation: null, resources: null, sustainability: null, transfer_conditions: null };
      const values = batch.map(({ id, text, date }, place) => ({
        ...{ id, ...unknown, ...left, ...open, depth: "snapshot" as const, stage: "ongoing" as const, started: date },
        ...{
          city_id: cities[(place * 7) % cities.length]?.id ?? "",
          year: Number(date?.slice(0, 4)),
          what_was_done: text,
        },
        ...{ review_status: "not-reviewed" as const, licence: "CC-BY-4.0" },
      }));
      await trx.insertInto("practice").values(values).execute();
    }
    for (const [number, batch] of batches(others, provisionsOfDocument).entries()) {
      const [first] = batch;
      if (!first) continue;
      const id = `generated-${number}`;
      await publish([{ id, kind: "document", entry: { ...first, text: "" } }]);
      const links = { event: null, publisher: null, source_url: null, where_to_get: null, current_version: null };
      await trx
        .insertInto("document")
        .values({ id, kind: "meeting-report", short_title: first.title, date: first.date, ...links })
        .execute();
      await publish(batch.map((entry, place) => ({ id: `${id}/section-${place}`, kind: "provision", entry })));
      const values = batch.map((_, position) => ({
        ...{ id: `${id}/section-${position}`, document_id: id, eid: `section-${position}`, kind: "section" as const },
        ...{ label: null, position, current: 1 as const },
      }));
      await trx.insertInto("provision").values(values).execute();
    }
  });
}

function batches<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, number) =>
    all.slice(number * size, (number + 1) * size),
  );
}
