import { sql } from "kysely";
import type { Db } from "~db/client.server";
import { isNotificationKind, type Notification, notificationsPerPage } from "./notification";
import { notificationPath } from "./notification-path";

const select = (db: Db, personId: string) =>
  db
    .selectFrom("notification")
    .where("notification.person_id", "=", personId)
    .select(["notification.id", "notification.kind", "notification.subject_kind", "notification.subject_id"])
    .select(["notification.details", "notification.waits", "notification.created_at", "notification.read_at"]);

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

/** Of a kind that a newer version told, an older one can say nothing. */
function toNotification(row: Row): Notification[] {
  if (!isNotificationKind(row.kind)) return [];
  const details = JSON.parse(row.details);
  const subject = { kind: row.subject_kind, id: row.subject_id };
  return [
    {
      id: row.id,
      kind: row.kind,
      details,
      path: notificationPath({ subject, details }),
      waits: row.waits === 1,
      createdAt: row.created_at,
      read: row.read_at !== null,
    },
  ];
}

/** A person's notifications, the newest first; `total` counts them all. */
export async function listNotifications(
  db: Db,
  personId: string,
  { unread, page }: { unread: boolean; page: number },
): Promise<{ total: number; notifications: Notification[] }> {
  const asked = select(db, personId).$if(unread, (query) => query.where("notification.read_at", "is", null));
  const rows = await asked
    .orderBy("notification.id", "desc")
    .limit(notificationsPerPage)
    .offset((page - 1) * notificationsPerPage)
    .execute();
  const { total } = await db
    .selectFrom("notification")
    .where("person_id", "=", personId)
    .$if(unread, (query) => query.where("read_at", "is", null))
    .select(sql<number>`count(*)`.as("total"))
    .executeTakeFirstOrThrow();
  return { total, notifications: rows.flatMap(toNotification) };
}

/** What waits for a person, and they have not read: the newest first. */
export async function listWaiting(db: Db, personId: string, limit: number): Promise<Notification[]> {
  const rows = await select(db, personId)
    .where("notification.waits", "=", 1)
    .where("notification.read_at", "is", null)
    .orderBy("notification.id", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap(toNotification);
}

/** What no mail has told the person yet, and they have not read, in its order. */
export async function listUnmailed(db: Db, personId: string): Promise<Notification[]> {
  const rows = await select(db, personId)
    .where("notification.mailed_at", "is", null)
    .where("notification.read_at", "is", null)
    .orderBy("notification.id")
    .execute();
  return rows.flatMap(toNotification);
}

export async function countUnread(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom("notification")
    .where("person_id", "=", personId)
    .where("read_at", "is", null)
    .select(sql<number>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
}
