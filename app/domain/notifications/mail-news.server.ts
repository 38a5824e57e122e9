import { putMail } from "~/domain/mail/mail-queries.server";
import { hashSecret, newSecret } from "~/domain/people/secret.server";
import { isLanguage } from "~/i18n/language";
import { translator } from "~/i18n/translate";
import type { Db } from "~db/client.server";
import type { MailChoice } from "~db/schema/telling";
import { composeNews, type NewsRhythm } from "./compose-news";
import { usualChoice } from "./mail-choice-queries.server";
import { listUnmailed } from "./notification-queries.server";

/** Whose news each round takes up. Who wants none is among the first: what is told to them is done with at once. */
const choicesOf: Record<NewsRhythm, readonly MailChoice[]> = {
  now: ["none", "waits", "all"],
  daily: ["daily"],
  weekly: ["weekly"],
};

interface Round {
  rhythm: NewsRhythm;
  /** Of the links. */
  origin: string;
}

/** Puts what people were told, as they chose, into mails; each thing once, in one transaction with the mail that tells it. */
export async function mailNews(db: Db, round: Round, now: Date): Promise<void> {
  const people = await db
    .selectFrom("person")
    .leftJoin("mail_choice", "mail_choice.person_id", "person.id")
    .where("person.email_confirmed_at", "is not", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("notification")
          .whereRef("notification.person_id", "=", "person.id")
          .where("notification.mailed_at", "is", null)
          .select("notification.id"),
      ),
    )
    .orderBy("person.id")
    .select(["person.id", "mail_choice.choice"])
    .execute();
  const asked = people.filter(({ choice }) => choicesOf[round.rhythm].includes(choice ?? usualChoice));
  for (const { id } of asked) await mailPerson(db, id, round, now);
}

async function mailPerson(db: Db, personId: string, { rhythm, origin }: Round, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const person = await trx
      .selectFrom("person")
      .leftJoin("mail_choice", "mail_choice.person_id", "person.id")
      .where("person.id", "=", personId)
      .select(["person.name", "person.email", "person.language", "mail_choice.choice"])
      .executeTakeFirst();
    // Chosen otherwise meanwhile, or gone.
    const choice = person?.choice ?? usualChoice;
    if (!person || !choicesOf[rhythm].includes(choice)) return;
    const unmailed = choice === "none" ? [] : await listUnmailed(trx, personId);
    const notifications = choice === "waits" ? unmailed.filter(({ waits }) => waits) : unmailed;
    if (notifications.length > 0) {
      const language = isLanguage(person.language) ? person.language : "en";
      const unsubscribeUrl = `${origin}/unsubscribe?token=${await addUnsubscribeToken(trx, personId, now)}`;
      const letter = { name: person.name, notifications, rhythm, origin, unsubscribeUrl };
      const { subject, text } = composeNews(translator(language), letter);
      await putMail(trx, { to: person.email, personId, subject, text, language, unsubscribeUrl }, now);
    }
    await trx
      .updateTable("notification")
      .set({ mailed_at: now.toISOString() })
      .where("person_id", "=", personId)
      .where("mailed_at", "is", null)
      .execute();
  });
}

async function addUnsubscribeToken(trx: Db, personId: string, now: Date): Promise<string> {
  const secret = newSecret();
  await trx
    .insertInto("unsubscribe_token")
    .values({ hash: hashSecret(secret), person_id: personId, created_at: now.toISOString() })
    .execute();
  return secret;
}
