import { getMark, setMark } from "~/domain/jobs/mark-queries.server";
import { tell } from "~/domain/notifications/tell.server";
import { isLanguage } from "~/i18n/language";
import type { Db } from "~db/client.server";
import { nameFollowed } from "./following-queries.server";
import { listPublications, listTouched, type Publication } from "./publication-queries.server";

const job = "follows";
/** What was published at a moment may be committed a little later: so far it is looked back, and nothing is told twice. */
const lookBackMs = 10 * 60_000;

/** Tells those who follow what was published since the last time; each publication once, and nobody of their own. */
export async function tellFollowers(db: Db, now: Date): Promise<void> {
  const mark = await getMark(db, job);
  const until = now.toISOString();
  // What stood in the library before anyone could follow is no news.
  if (mark === null) return setMark(db, job, until);
  const since = new Date(Date.parse(mark) - lookBackMs).toISOString();
  for (const publication of await listPublications(db, since, until)) {
    await db.transaction().execute((trx) => tellOf(trx, publication, now));
  }
  await setMark(db, job, until);
}

async function tellOf(trx: Db, publication: Publication, now: Date): Promise<void> {
  const { entryId, kind, number, title, at } = publication;
  const touched = await listTouched(trx, publication);
  const authors = trx
    .selectFrom("version_credit")
    .where("entry_id", "=", entryId)
    .where("number", "=", number)
    .where("part", "=", "author")
    .where("person_id", "is not", null)
    .select("person_id");
  const followers = await trx
    .selectFrom("follow")
    .innerJoin("person", "person.id", "follow.person_id")
    .where(({ and, eb, or }) =>
      or(touched.map((one) => and([eb("follow.kind", "=", one.kind), eb("follow.subject_id", "=", one.id)]))),
    )
    .where("follow.created_at", "<=", at)
    .where("person.id", "not in", authors)
    .select(["person.id", "person.language", "follow.kind", "follow.subject_id"])
    .execute();
  for (const personId of new Set(followers.map(({ id }) => id))) {
    const own = followers.filter(({ id }) => id === personId);
    // The closest of all that they follow says why they are told.
    const why = touched.find((one) => own.some((row) => row.kind === one.kind && row.subject_id === one.id));
    const language = own[0]?.language;
    const [named] = why ? await nameFollowed(trx, [why], isLanguage(language) ? language : "en") : [];
    const details = { title, via: named?.name ?? title, number };
    const subject = { kind, id: entryId };
    const onceKey = `followed:${entryId}:${number}`;
    await tell(trx, [personId], { kind: "followed-published", subject, details, waits: false, onceKey }, now);
  }
}
