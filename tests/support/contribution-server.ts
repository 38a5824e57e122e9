import type { Db } from "~db/client.server";
import type { BrowserStandIn } from "./browser-stand-in";

const at = "2026-01-01T00:00:00.000Z";

/** A city that can be chosen, in a database without seeds; with a theme, so that one can be chosen too. */
export async function addCity(db: Db, id: string): Promise<void> {
  const label = { label_en: "Test", label_fr: "Test", label_es: "Test" };
  await db
    .insertInto("region")
    .values({ code: "test-region", m49: "999", ...label })
    .execute();
  await db
    .insertInto("country")
    .values({ code: "ZZ", iso3: "ZZZ", m49: "999", region_code: "test-region", ...label })
    .execute();
  await addEntry(db, id, "city");
  await db.insertInto("city").values({ id, kind: "city", country_code: "ZZ", latitude: 0, longitude: 0 }).execute();
  await db
    .insertInto("term")
    .values({ vocabulary: "theme", code: "housing", position: 1, ...label })
    .execute();
}

const addEntry = (db: Db, id: string, kind: "city" | "network") =>
  db
    .insertInto("entry")
    .values({ id, kind, title: id, language: "en", published_at: at, created_at: at, updated_at: at })
    .execute();

/** Makes someone a member of a new network, and an official of one of its cities. */
export async function addMember(db: Db, email: string, network: string, city?: string): Promise<void> {
  await addEntry(db, network, "network");
  await db.insertInto("network").values({ id: network }).execute();
  const { id } = await db.selectFrom("person").where("email", "=", email).select("id").executeTakeFirstOrThrow();
  await db
    .insertInto("membership")
    .values({ network_id: network, person_id: id, state: "active", coordinator: 0, reviewer: 0, created_at: at })
    .execute();
  if (!city) return;
  await db.insertInto("network_city").values({ network_id: network, city_id: city }).execute();
  await db
    .insertInto("city_official")
    .values({ network_id: network, city_id: city, person_id: id, granted_at: at })
    .execute();
}

/** Begins a draft. @returns its id */
export async function startDraft(browser: BrowserStandIn, draft: { kind: string; title: string }): Promise<string> {
  const answer = await browser.submit("/contributions/new", { form: "new", language: "en", ...draft });
  const id = /^\/contributions\/([\w-]+)\/edit$/.exec(answer.headers.get("Location") ?? "")?.[1];
  if (!id) throw new Error(`No draft was begun: ${answer.status}`);
  return id;
}

/** Everything that a practice must have. */
export const fullForm = {
  title: "A canary called Zephyrine",
  pitch: "Two offices settle disputes.",
  city: "testville",
  lead_body: "The office",
  contact: "office@city.example",
  started: "2019-04",
  stage: "ongoing",
  themes: ["housing"],
  situation_before: "No office.",
  what_was_done: "Two mediators *listen*.",
  results: "Fewer disputes.",
  licence: "CC-BY-4.0",
  language: "en",
};
