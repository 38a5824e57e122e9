import type { Db } from "~db/client.server";

interface Credit {
  personId: string;
  /** What stands in the place of the account from now on. */
  name: string;
  isPseudonym: boolean;
}

/** Lets what was published keep its author: under the name, or under a pseudonym that leads to nobody. @returns whether entries were changed */
export async function leaveCredits(trx: Db, { personId, name, isPseudonym }: Credit, at: Date): Promise<boolean> {
  await trx
    .updateTable("contribution_author")
    .set(({ fn, ref, val }) => ({ name: isPseudonym ? name : fn.coalesce(ref("name"), val(name)) }))
    .where("person_id", "=", personId)
    .execute();
  if (!isPseudonym) return false;
  const credited = await trx
    .selectFrom("version_credit")
    .where("person_id", "=", personId)
    .select("entry_id")
    .distinct()
    .execute();
  await trx.updateTable("version_credit").set({ name, orcid: null }).where("person_id", "=", personId).execute();
  for (const { entry_id } of credited) await renameAuthors(trx, entry_id, at);
  return credited.length > 0;
}

/** Writes the authors of an entry's last version into what pages and the index read. */
async function renameAuthors(trx: Db, id: string, at: Date): Promise<void> {
  const { kind } = await trx.selectFrom("entry").where("id", "=", id).select("kind").executeTakeFirstOrThrow();
  if (kind !== "practice" && kind !== "case-study") return;
  const rows = await trx
    .selectFrom("version_credit")
    .where("entry_id", "=", id)
    .where("part", "=", "author")
    .where("number", "=", (last) =>
      last
        .selectFrom("entry_version")
        .where("entry_id", "=", id)
        .select(({ fn }) => fn.max("number").as("last")),
    )
    .orderBy("position")
    .select("name")
    .execute();
  const authors = rows.map((row) => row.name).join("; ");
  const table = kind === "practice" ? "practice" : "case_study";
  await trx.updateTable(table).set({ authors }).where("id", "=", id).execute();
  await trx.insertInto("outbox").values({ kind, entry_id: id, created_at: at.toISOString() }).execute();
}
