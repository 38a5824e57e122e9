import { randomUUID } from "node:crypto";
import { sql } from "kysely";
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
  values: Partial<Record<"name" | "link" | "signIn" | "reset" | "email" | "person" | "network" | "city", string>>;
  /** The reader's language; another than those of the interface reads as English. */
  language: string;
  /** A second mail with this key is not written. */
  onceKey?: string;
}

/** Writes a mail in the transaction of what it tells of; the postman takes it from there once that is committed. */
export async function addMail(
  db: Db,
  { to, personId, name, values, language, onceKey }: NewMail,
  now: Date,
): Promise<void> {
  const known = isLanguage(language) ? language : "en";
  const t = translator(known);
  const text = [t(`mail.${name}.text`, values), t("mail.signature")].join("\n\n");
  await db
    .insertInto("mail")
    .values({
      id: randomUUID(),
      person_id: personId ?? null,
      recipient: to,
      language: known,
      subject: t(`mail.${name}.subject`, values),
      text,
      once_key: onceKey ?? null,
      attempts: 0,
      next_attempt_at: now.toISOString(),
      created_at: now.toISOString(),
    })
    .onConflict((conflict) => conflict.column("once_key").doNothing())
    .execute();
}

/** Mails, the newest first. */
export const listMails = (db: Db, limit: number): Promise<MailLine[]> =>
  db
    .selectFrom("mail")
    .orderBy("created_at", "desc")
    .orderBy(sql`rowid`, "desc")
    .limit(limit)
    .select(["id", "recipient as to", "subject", "text", "language", "attempts"])
    .select(["created_at as createdAt", "sent_at as sentAt", "last_error as lastError"])
    .execute();
