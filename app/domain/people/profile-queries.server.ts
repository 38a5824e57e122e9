import { toCityName } from "~/domain/cities/city";
import { toLabel } from "~/domain/vocabularies/vocabulary";
import { isLanguage, type Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import type { Profile, ProfileChoices, ShownProfile } from "./profile";

const byLabel = (language: Language) => (a: { label: string }, b: { label: string }) =>
  a.label.localeCompare(b.label, language);

/** Everything that a profile may name, in the order of the reader's language. */
export async function listProfileChoices(db: Db, language: Language): Promise<ProfileChoices> {
  const published = (table: "organisation" | "tool") =>
    db
      // Either table: the column used here is in both.
      .selectFrom(`${table as "tool"} as it`)
      .innerJoin("entry", "entry.id", "it.id")
      .where("entry.published_at", "is not", null)
      .select(["entry.id as value", "entry.title as label"])
      .execute();
  const cities = await db
    .selectFrom("city")
    .innerJoin("entry", "entry.id", "city.id")
    .where("entry.published_at", "is not", null)
    .select(["city.id", "entry.title as city_name", "city.name_fr", "city.name_es"])
    .execute();
  const themes = await db.selectFrom("term").where("vocabulary", "=", "theme").selectAll().execute();
  const order = byLabel(language);
  return {
    cities: cities.map((row) => ({ value: row.id, label: toCityName(row)[language] })).sort(order),
    organisations: (await published("organisation")).sort(order),
    themes: themes.map((row) => ({ value: row.code, label: toLabel(row)[language] })).sort(order),
    tools: (await published("tool")).sort(order),
  };
}

/** Whether nobody else has an account yet: the installation is new. */
export async function isAlone(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom("person").where("id", "!=", id).select("id").executeTakeFirst()) === undefined;
}

/** A person's own profile, as its form shows it. */
export async function getProfile(db: Db, id: string): Promise<Profile | undefined> {
  const row = await db.selectFrom("person").where("id", "=", id).selectAll().executeTakeFirst();
  if (!row) return undefined;
  const spoken = await db.selectFrom("person_language").where("person_id", "=", id).select("language").execute();
  const expertise = await db.selectFrom("person_expertise").where("person_id", "=", id).selectAll().execute();
  const codesOf = (vocabulary: "theme" | "tool") =>
    expertise.filter((one) => one.vocabulary === vocabulary).map(({ code }) => code);
  return {
    name: row.name,
    role: row.role_title,
    city: row.city_id,
    organisation: row.organisation_id,
    languages: spoken.map(({ language }) => language),
    themes: codesOf("theme"),
    tools: codesOf("tool"),
    orcid: row.orcid,
    language: isLanguage(row.language) ? row.language : "en",
    listed: row.listed === 1,
  };
}

/** A profile with the names of what it holds; what is no longer there is left out. */
export async function getShownProfile(db: Db, id: string, language: Language): Promise<ShownProfile | undefined> {
  const profile = await getProfile(db, id);
  if (!profile) return undefined;
  const choices = await listProfileChoices(db, language);
  const named = (list: { value: string; label: string }[], ids: (string | null)[]) =>
    list.filter(({ value }) => ids.includes(value)).map(({ value, label }) => ({ id: value, name: label }));
  const { name, role, orcid, listed, languages } = profile;
  return {
    ...{ id, name, role, orcid, listed, languages },
    city: named(choices.cities, [profile.city])[0] ?? null,
    organisation: named(choices.organisations, [profile.organisation])[0] ?? null,
    themes: named(choices.themes, profile.themes),
    tools: named(choices.tools, profile.tools),
  };
}
