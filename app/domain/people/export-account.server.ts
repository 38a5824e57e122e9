import type { Db } from "~db/client.server";
import { listDecidedBy } from "./decided-by-queries.server";
import { getProfile } from "./profile-queries.server";
import { listSaidBy } from "./said-by-queries.server";
import { listSessions } from "./session-queries.server";
import { listReviewsBy, listWrittenBy } from "./written-by-queries.server";

/** Everything that is held about a person, but for secrets: those would let whoever finds the file in. */
export async function exportAccount(db: Db, personId: string, now: Date) {
  const person = await db.selectFrom("person").where("id", "=", personId).selectAll().executeTakeFirstOrThrow();
  const factor = await db
    .selectFrom("second_factor")
    .where("person_id", "=", personId)
    .select("confirmed_at")
    .executeTakeFirst();
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
    ...(await listBelonging(db, personId)),
    ...(await listAddressed(db, person, now)),
    contributions: await listWrittenBy(db, personId),
    reviews: await listReviewsBy(db, personId),
    ...(await listDecidedBy(db, personId)),
    ...(await listTelling(db, personId)),
    ...(await listCurated(db, personId)),
    ...(await listSaidBy(db, personId)),
    ...(await listTraces(db, personId)),
    sessions: (await listSessions(db, personId, now)).map(({ hash: _, ...session }) => session),
  };
}

/** Where the person belongs, and what is credited to them. */
async function listBelonging(db: Db, personId: string) {
  return {
    memberships: await db
      .selectFrom("membership")
      .where("person_id", "=", personId)
      .select(["network_id as network", "state", "coordinator", "reviewer", "note", "created_at", "decided_at"])
      .execute(),
    speaks_for: await db
      .selectFrom("city_official")
      .where("person_id", "=", personId)
      .select(["city_id as city", "network_id as network", "granted_at"])
      .execute(),
    credited_for: await db
      .selectFrom("version_credit")
      .where("person_id", "=", personId)
      .select(["entry_id as entry", "number as version", "part", "name", "orcid", "roles"])
      .execute(),
  };
}

/** What waits for, or was sent to, the person's address: it has no account beside it. */
async function listAddressed(db: Db, { id, email }: { id: string; email: string }, now: Date) {
  const change = await db
    .selectFrom("one_time_token")
    .where("person_id", "=", id)
    .where("purpose", "=", "change-email")
    .where("expires_at", ">", now.toISOString())
    .select(["email as to", "created_at as asked_at", "expires_at"])
    .executeTakeFirst();
  return {
    email_change_asked: change ?? null,
    invitations: await db
      .selectFrom("invitation")
      .where(({ eb, or }) => or([eb("email", "=", email), eb("accepted_by", "=", id)]))
      .orderBy("created_at")
      .select(["network_id as network", "coordinator", "reviewer", "created_at", "expires_at"])
      .select(["accepted_at", "withdrawn_at"])
      .execute(),
  };
}

/** What the person follows and keeps, and what of all that is told comes by mail. */
async function listTelling(db: Db, personId: string) {
  const choice = await db
    .selectFrom("mail_choice")
    .where("person_id", "=", personId)
    .select(["choice", "changed_at"])
    .executeTakeFirst();
  return {
    follows: await db
      .selectFrom("follow")
      .where("person_id", "=", personId)
      .orderBy("created_at")
      .select(["kind", "subject_id", "created_at"])
      .execute(),
    followed_threads: await db
      .selectFrom("thread_follow")
      .where("person_id", "=", personId)
      .orderBy("chosen_at")
      .select(["thread_id", "follows", "chosen_at"])
      .execute(),
    saved_searches: await db
      .selectFrom("saved_search")
      .where("person_id", "=", personId)
      .orderBy("created_at")
      .select(["name", "query", "language", "alerts", "created_at"])
      .execute(),
    mail_choice: choice ?? null,
  };
}

/** What the person began for a network or the site, and what they set in front. */
async function listCurated(db: Db, personId: string) {
  return {
    collections_made: await db
      .selectFrom("collection")
      .where("created_by", "=", personId)
      .orderBy("created_at")
      .select(["id", "network_id as network", "language", "title", "summary", "text"])
      .select(["current_version as version", "created_at", "updated_at"])
      .execute(),
    calls_made: await db
      .selectFrom("call")
      .where("created_by", "=", personId)
      .orderBy("created_at")
      .select(["id", "network_id as network", "language", "title", "text", "status", "created_at", "published_at"])
      .execute(),
    featured: await db
      .selectFrom("feature")
      .where("featured_by", "=", personId)
      .orderBy("featured_at")
      .select(["place", "kind", "id", "featured_at"])
      .execute(),
  };
}

/** What the person did and was told. */
async function listTraces(db: Db, personId: string) {
  const notifications = await db
    .selectFrom("notification")
    .where("person_id", "=", personId)
    .orderBy("id")
    .select(["kind", "subject_kind", "subject_id", "details", "waits", "created_at", "read_at", "mailed_at"])
    .execute();
  const events = await db
    .selectFrom("audit_event")
    .where("actor_id", "=", personId)
    .orderBy("number")
    .select(["at", "action", "subject_kind", "subject_id", "details", "address"])
    .execute();
  return {
    edited: await db
      .selectFrom("edition")
      .where("edited_by", "=", personId)
      .orderBy("number")
      .select(["kind", "subject", "edited_at", "taken_back_at"])
      .execute(),
    fact_checks_answered: await db
      .selectFrom("fact_check")
      .where("answered_by", "=", personId)
      .select(["contribution_id as contribution", "answer", "disputed_points", "answered_at"])
      .execute(),
    notifications: notifications.map(({ details, ...rest }) => ({ ...rest, details: JSON.parse(details) as unknown })),
    done: events.map(({ details, ...rest }) => ({ ...rest, details: JSON.parse(details) as unknown })),
    api_tokens: await db
      .selectFrom("api_token")
      .where("person_id", "=", personId)
      .select(["name", "scopes", "created_at", "expires_at", "last_used_at"])
      .execute(),
    known_browsers: await db.selectFrom("known_device").where("person_id", "=", personId).select("seen_at").execute(),
    mails: await db
      .selectFrom("mail")
      .where("person_id", "=", personId)
      .orderBy("created_at")
      .select(["recipient as to", "subject", "created_at as written_at", "sent_at"])
      .execute(),
  };
}
