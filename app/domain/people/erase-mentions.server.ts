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
  await trx.deleteFrom("invitation").where("email", "=", email).execute();
  await trx
    .deleteFrom("notification")
    .where(sql<boolean>`exists (select 1 from json_each(details) where value in (${name}, ${email}, ${personId}))`)
    .execute();
  const texts = await trx
    .selectFrom("mail")
    .where(({ eb, or, fn, val }) =>
      or([
        eb("person_id", "=", personId),
        eb("recipient", "=", email),
        ...[name, email].flatMap((word) =>
          (["subject", "text"] as const).map((column) => eb(fn<number>("instr", [column, val(word)]), ">", 0)),
        ),
      ]),
    )
    .select(["id", "person_id", "recipient", "subject", "text"])
    .execute();
  // Ana is not in Banana.
  const names = wholeWord(name);
  const mails = texts.filter(
    ({ person_id, recipient, subject, text }) =>
      person_id === personId ||
      recipient === email ||
      `${subject}\n${text}`.includes(email) ||
      names.test(`${subject}\n${text}`),
  );
  const ids = mails.map(({ id }) => id);
  await trx.deleteFrom("mail").where("id", "in", ids).execute();
  return ids;
}

const wholeWord = (text: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u");
