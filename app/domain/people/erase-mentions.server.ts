import { sql } from "kysely";
import type { Db } from "~db/client.server";

interface Erased {
  personId: string;
  email: string;
  name: string;
}

/** Deletes what was written to a person or names them: mails, invitations, links, what others were told. @returns the mails that were deleted */
export async function eraseMentions(trx: Db, { personId, email, name }: Erased): Promise<string[]> {
  // A registration with this address, and a change of another account to it, have no person or another one.
  await trx.deleteFrom("one_time_token").where("email", "=", email).execute();
  const addresses = await listAddresses(trx, { personId, email });
  await trx
    .deleteFrom("invitation")
    .where(({ eb, or }) => or([eb("email", "=", email), eb("accepted_by", "=", personId)]))
    .execute();
  await trx
    .deleteFrom("notification")
    .where(sql<boolean>`exists (select 1 from json_each(details) where value in (${name}, ${email}, ${personId}))`)
    .execute();
  const texts = await trx
    .selectFrom("mail")
    .where(({ eb, or, fn, val }) =>
      or([
        eb("person_id", "=", personId),
        eb("recipient", "in", addresses),
        ...[name, email].flatMap((word) =>
          (["subject", "text"] as const).map((column) => eb(fn<number>("instr", [column, val(word)]), ">", 0)),
        ),
      ]),
    )
    .select(["id", "person_id", "recipient", "subject", "text", "sent_at"])
    .execute();
  // Ana is not in Banana.
  const names = wholeWord(name);
  const mails = texts.filter(
    ({ person_id, recipient, subject, text, sent_at }) =>
      person_id === personId ||
      recipient === email ||
      // At an address of before there may be somebody else by now, who waits for a mail.
      (addresses.includes(recipient) && person_id === null && sent_at !== null) ||
      `${subject}\n${text}`.includes(email) ||
      names.test(`${subject}\n${text}`),
  );
  const ids = mails.map(({ id }) => id);
  await trx.deleteFrom("mail").where("id", "in", ids).execute();
  return ids;
}

/** The person's address, and those of before that some mail or invitation still names. */
async function listAddresses(trx: Db, { personId, email }: Pick<Erased, "personId" | "email">): Promise<string[]> {
  const invited = await trx.selectFrom("invitation").where("accepted_by", "=", personId).select("email").execute();
  const written = await trx.selectFrom("mail").where("person_id", "=", personId).select("recipient").execute();
  return [...new Set([email, ...invited.map((row) => row.email), ...written.map(({ recipient }) => recipient)])];
}

const wholeWord = (text: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u");
