import { sql } from "kysely";
import { selectHiddenAssignments } from "~/domain/reviews/hidden-assignment-queries.server";
import type { Db } from "~db/client.server";
import type { AuditFilter, AuditLine } from "./audit-filter";

/** What was done to something last, and by whom: for who comes too late. */
export interface LastEvent {
  action: string;
  at: string;
  /** Null: the account is gone, or the server did it. */
  by: string | null;
}

export async function getLastEvent(db: Db, subject: { kind: string; id: string }): Promise<LastEvent | undefined> {
  return db
    .selectFrom("audit_event as event")
    .leftJoin("person", "person.id", "event.actor_id")
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .orderBy("number", "desc")
    .select(["event.action", "event.at", "person.name as by"])
    .executeTakeFirst();
}

const filtered = (db: Db, { person, action, subject, from, to }: AuditFilter, readerId: string) =>
  db
    .selectFrom("audit_event as event")
    .leftJoin("person", "person.id", "event.actor_id")
    .where((where) =>
      where.or([
        where("event.subject_kind", "!=", "assignment"),
        where("event.subject_id", "not in", selectHiddenAssignments(db, readerId)),
      ]),
    )
    .$if(person !== "", (query) => query.where((eb) => eb.or([eb("event.actor_id", "=", person), named(person)])))
    .$if(action !== "", (query) => query.where("event.action", "=", action))
    .$if(subject !== "", (query) =>
      query.where((eb) => eb.or([eb("event.subject_id", "=", subject), eb("event.subject_kind", "=", subject)])),
    )
    .$if(from !== "", (query) => query.where("event.at", ">=", from))
    .$if(to !== "", (query) => query.where("event.at", "<=", `${to}T23:59:59.999Z`));

/** The text stands somewhere in the name; signs of SQL are letters in it. */
const named = (text: string) => sql<boolean>`person.name like ${`%${text.replace(/[%_!]/g, "!$&")}%`} escape '!'`;

/**
 * A page of the log, the latest first; `total` counts all that the filter lets through. What was done in hidden reviews of their own
 * work its reader does not see: who reviews them was not to be told to any author.
 */
export async function listAuditEvents(
  db: Db,
  { filter, readerId }: { filter: AuditFilter; readerId: string },
  part: { limit: number; offset: number },
): Promise<{ total: number; lines: AuditLine[] }> {
  const { total } = await filtered(db, filter, readerId)
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const rows = await filtered(db, filter, readerId)
    .orderBy("event.number", "desc")
    .limit(part.limit)
    .offset(part.offset)
    .select(["event.number", "event.at", "person.name", "event.actor_id as actorId", "event.action"])
    .select(["event.subject_kind as subjectKind", "event.subject_id as subjectId", "event.details", "event.address"])
    .execute();
  return { total, lines: rows.map(({ details, ...row }) => ({ ...row, details: JSON.parse(details) })) };
}

/** The actions that the log holds, to choose from. */
export async function listAuditActions(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("audit_event").select("action").distinct().orderBy("action").execute();
  return rows.map(({ action }) => action);
}
