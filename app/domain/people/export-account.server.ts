import type { Db } from "~db/client.server";
import { getProfile } from "./profile-queries.server";
import { listSessions } from "./session-queries.server";

/** Everything that is held about a person, but for secrets: those would let whoever finds the file in. */
export async function exportAccount(db: Db, personId: string, now: Date) {
  const person = await db.selectFrom("person").where("id", "=", personId).selectAll().executeTakeFirstOrThrow();
  const factor = await db
    .selectFrom("second_factor")
    .where("person_id", "=", personId)
    .select("confirmed_at")
    .executeTakeFirst();
  const devices = await db.selectFrom("known_device").where("person_id", "=", personId).select("seen_at").execute();
  const mails = await db
    .selectFrom("mail")
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .select(["recipient as to", "subject", "created_at as written_at", "sent_at"])
    .execute();
  return {
    exported_at: now.toISOString(),
    account: {
      id: person.id,
      email: person.email,
      email_confirmed_at: person.email_confirmed_at,
      administrator: person.administrator === 1,
      second_factor_since: factor?.confirmed_at ?? null,
      created_at: person.created_at,
      updated_at: person.updated_at,
    },
    profile: await getProfile(db, personId),
    sessions: (await listSessions(db, personId, now)).map(({ hash: _, ...session }) => session),
    known_browsers: devices,
    mails,
  };
}
