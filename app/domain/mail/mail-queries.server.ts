import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { selectHiddenAssignments, selectHiddenlyReviewed } from "~/domain/reviews/hidden-assignment-queries.server";
import { isLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import type { MailName } from "./mail";
import type { MailLine } from "./mail-line";

export interface NewMail {
  to: string;
  personId?: string;
  name: MailName;
  /** What the text's variables stand for. */
  values: Partial<
    Record<"name" | "link" | "signIn" | "reset" | "email" | "person" | "network" | "city" | "token", string>
  >;
  /** The reader's language; another than those of the interface reads as English. */
  language: string;
  /** A second mail with this key is not written. */
  onceKey?: string;
}

/** Writes one of the catalogues' mails in the transaction of what it tells of. @returns its id */
export async function addMail(db: Db, { name, values, language, ...mail }: NewMail, now: Date): Promise<string> {
  const known = isLanguage(language) ? language : "en";
  const t = translator(known);
  const text = [t(`mail.${name}.text`, values), t("mail.signature")].join("\n\n");
  return putMail(db, { ...mail, language: known, subject: t(`mail.${name}.subject`, values), text }, now);
}

interface WrittenMail extends Pick<NewMail, "to" | "personId" | "onceKey" | "language"> {
  subject: string;
  text: string;
  /** Where one POST ends mails of this sort. */
  unsubscribeUrl?: string;
}

/** Takes back a mail in the transaction that wrote it. */
export const removeMail = (trx: Db, id: string) => trx.deleteFrom("mail").where("id", "=", id).execute();

/** Leaves a mail to the postman, who takes it once the transaction of what it tells of is committed. @returns its id */
export async function putMail(db: Db, mail: WrittenMail, now: Date): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto("mail")
    .values({
      id,
      person_id: mail.personId ?? null,
      recipient: mail.to,
      language: mail.language,
      subject: mail.subject,
      text: mail.text,
      unsubscribe_url: mail.unsubscribeUrl ?? null,
      once_key: mail.onceKey ?? null,
      attempts: 0,
      next_attempt_at: now.toISOString(),
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.column("once_key").doNothing())
    .execute();
  return id;
}

/** Mails, the newest first; not those by which their reader would learn who reviews them, where that is hidden. */
export const listMails = (db: Db, readerId: string, limit: number): Promise<MailLine[]> =>
  db
    .selectFrom("mail")
    .where(({ eb, exists, not, or }) =>
      or([eb("mail.person_id", "=", readerId), not(exists(tellsWhoReviews(db, readerId)))]),
    )
    .orderBy("created_at", "desc")
    .orderBy(sql`rowid`, "desc")
    .limit(limit)
    .select(["id", "recipient as to", "subject", "text", "language", "attempts"])
    .select(["created_at as createdAt", "sent_at as sentAt", "last_error as lastError"])
    .execute();

/** Whether a mail tells somebody of their own part in a hidden review of what `authorId` wrote: news and their mail have one moment. */
const tellsWhoReviews = (db: Db, authorId: string) =>
  db
    .selectFrom("notification as news")
    .whereRef("news.person_id", "=", sql.ref("mail.person_id"))
    .whereRef("news.mailed_at", "=", sql.ref("mail.created_at"))
    .where(({ and, eb, or }) =>
      or([
        and([
          eb("news.subject_kind", "=", "assignment"),
          eb("news.subject_id", "in", selectHiddenAssignments(db, authorId)),
        ]),
        and([
          eb("news.subject_kind", "=", "thread"),
          eb(
            "news.subject_id",
            "in",
            db
              .selectFrom("thread")
              .where("contribution_id", "in", selectHiddenlyReviewed(db, authorId))
              .select("thread.id"),
          ),
        ]),
      ]),
    )
    .select("news.id");
