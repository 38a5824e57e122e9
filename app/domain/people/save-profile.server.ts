import type { Db } from "~db/client.server";
import type { Profile, ProfileChoices } from "./profile";

/** Saves a profile. @returns the field that names something that is not there, or null */
export async function saveProfile(
  db: Db,
  personId: string,
  profile: Profile,
  choices: ProfileChoices,
  now: Date,
): Promise<"city" | "organisation" | "themes" | "tools" | null> {
  const isIn = (list: { value: string }[], code: string) => list.some(({ value }) => value === code);
  if (profile.city !== null && !isIn(choices.cities, profile.city)) return "city";
  if (profile.organisation !== null && !isIn(choices.organisations, profile.organisation)) return "organisation";
  if (!profile.themes.every((code) => isIn(choices.themes, code))) return "themes";
  if (!profile.tools.every((code) => isIn(choices.tools, code))) return "tools";

  const spoken = [...new Set(profile.languages)].map((language) => ({ person_id: personId, language }));
  const expertise = (["theme", "tool"] as const).flatMap((vocabulary) =>
    [...new Set(profile[`${vocabulary}s`])].map((code) => ({ person_id: personId, vocabulary, code })),
  );
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable("person")
      .set({
        name: profile.name,
        role_title: profile.role,
        city_id: profile.city,
        organisation_id: profile.organisation,
        orcid: profile.orcid,
        language: profile.language,
        listed: profile.listed ? 1 : 0,
        updated_at: now.toISOString(),
      })
      .where("id", "=", personId)
      .execute();
    await trx.deleteFrom("person_language").where("person_id", "=", personId).execute();
    if (spoken.length > 0) await trx.insertInto("person_language").values(spoken).execute();
    await trx.deleteFrom("person_expertise").where("person_id", "=", personId).execute();
    if (expertise.length > 0) await trx.insertInto("person_expertise").values(expertise).execute();
  });
  return null;
}
