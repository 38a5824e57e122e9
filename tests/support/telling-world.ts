import { randomUUID } from "node:crypto";
import type { Services } from "~/services.server";
import type { AlertRhythm, FollowedKind, MailChoice } from "~db/schema/telling";

/** A library of one city, one theme and one tool, whose clock the test turns. */
export async function addLibrary({ db }: Services, at: string): Promise<void> {
  const label = { label_en: "Housing", label_fr: "Logement", label_es: "Vivienda" };
  await db
    .insertInto("region")
    .values({ code: "europe", m49: "150", ...label })
    .execute();
  const country = { code: "AT", iso3: "AUT", m49: "040", region_code: "europe" };
  await db
    .insertInto("country")
    .values({ ...country, ...label })
    .execute();
  const dates = { published_at: at, created_at: at, updated_at: at };
  for (const [id, kind] of [
    ["vienna", "city"],
    ["budgeting", "tool"],
  ] as const)
    await db
      .insertInto("entry")
      .values({ id, kind, title: id, language: "en", ...dates })
      .execute();
  const names = { name_fr: "Vienne", name_es: "Viena" };
  const place = { id: "vienna", kind: "city", country_code: "AT", latitude: 48, longitude: 16 } as const;
  await db
    .insertInto("city")
    .values({ ...place, ...names })
    .execute();
  await db
    .insertInto("term")
    .values({ vocabulary: "theme", code: "housing", position: 1, ...label })
    .execute();
}

interface Reader {
  id: string;
  language: string;
  choice: MailChoice | null;
  follows: [kind: FollowedKind, id: string][];
  search?: { query: string; alerts: AlertRhythm };
}

export async function addReader({ db }: Services, { id, language, choice, follows, search }: Reader, at: string) {
  const person = { id, name: id, email: `${id}@city.example`, language, listed: 0, administrator: 0 } as const;
  await db
    .insertInto("person")
    .values({ ...person, email_confirmed_at: at, created_at: at, updated_at: at })
    .execute();
  if (choice) await db.insertInto("mail_choice").values({ person_id: id, choice, changed_at: at }).execute();
  for (const [kind, subject_id] of follows)
    await db.insertInto("follow").values({ person_id: id, kind, subject_id, created_at: at }).execute();
  if (!search) return;
  const saved = { id: randomUUID(), person_id: id, name: `Search of ${id}`, language: "en", ...search };
  await db
    .insertInto("saved_search")
    .values({ ...saved, created_at: at, told_until: at })
    .execute();
}

/** Publishes a practice of Vienna, or a new version of it, in one transaction, as publishing does. */
export async function publish(
  { db }: Services,
  entry: { id: string; title: string; number: number; author?: string },
  at: string,
): Promise<void> {
  const { id, title, number } = entry;
  await db.transaction().execute(async (trx) => {
    if (number === 1) {
      const dates = { published_at: at, created_at: at, updated_at: at };
      await trx
        .insertInto("entry")
        .values({ id, kind: "practice", title, language: "en", ...dates })
        .execute();
      const standing = { stage: "ongoing", review_status: "not-reviewed", licence: "CC-BY-4.0" } as const;
      const practice = { id, city_id: "vienna", year: 2026, what_was_done: "Something.", depth: "snapshot" } as const;
      await trx
        .insertInto("practice")
        .values({ ...practice, ...standing })
        .execute();
      await trx.insertInto("entry_term").values({ entry_id: id, vocabulary: "theme", code: "housing" }).execute();
      await trx
        .insertInto("link")
        .values({ id: randomUUID(), from_id: id, to_id: "budgeting", type: "uses", evidence: "claimed" })
        .execute();
    }
    await trx.insertInto("entry_version").values({ entry_id: id, number, content: "{}", published_at: at }).execute();
    if (entry.author) {
      const credit = { part: "author", position: 1, person_id: entry.author, name: entry.author, roles: "[]" } as const;
      await trx
        .insertInto("version_credit")
        .values({ entry_id: id, number, ...credit })
        .execute();
    }
    await trx.insertInto("outbox").values({ kind: "practice", entry_id: id, created_at: at }).execute();
  });
}
