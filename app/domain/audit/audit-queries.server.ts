import type { Db } from "~db/client.server";

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
