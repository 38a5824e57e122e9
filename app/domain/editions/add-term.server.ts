import type { Doer } from "~/domain/audit/doer";
import { isTermCode, parentVocabulary } from "~/domain/vocabularies/term-code";
import type { Db } from "~db/client.server";
import type { Vocabulary } from "~db/schema/vocabulary";
import { type Edited, editIn, inOneGo } from "./edit.server";
import type { Fields } from "./edition";

interface NewTerm {
  vocabulary: Vocabulary;
  code: string;
  /** The goal of a target. */
  parent: string | null;
  /** Its names and meanings. */
  texts: Fields;
}

/** Adds a term to the end of its vocabulary; a target to the end of its goal's. @returns which field is wrong, and why */
export async function addTerm(
  db: Db,
  doer: Doer,
  { vocabulary, code, parent, texts }: NewTerm,
): Promise<Edited | { wrong: "key" | "parent"; taken?: boolean }> {
  return inOneGo(db, async (trx) => {
    const above = parentVocabulary(vocabulary);
    if (above !== null && !(await isTerm(trx, above, parent ?? ""))) return { wrong: "parent" };
    if (!isTermCode(vocabulary, code, parent)) return { wrong: "key" };
    if (await isTerm(trx, vocabulary, code)) return { wrong: "key", taken: true };
    const position = String(await lastPosition(trx, vocabulary, above && parent));
    const wanted = { ...texts, position, ...(above !== null && parent !== null && { parent_code: parent }) };
    return editIn(trx, doer, { kind: "term", subject: `${vocabulary}/${code}` }, { seen: {}, wanted });
  });
}

async function isTerm(trx: Db, vocabulary: Vocabulary, code: string): Promise<boolean> {
  const row = await trx
    .selectFrom("term")
    .where("vocabulary", "=", vocabulary)
    .where("code", "=", code)
    .select("code")
    .executeTakeFirst();
  return row !== undefined;
}

/** Targets of one goal may share a place, as those of the next one follow at once: their numbers then tell the order. */
async function lastPosition(trx: Db, vocabulary: Vocabulary, parent: string | null): Promise<number> {
  const { last } = await trx
    .selectFrom("term")
    .where("vocabulary", "=", vocabulary)
    .where((on) => (parent === null ? on.lit(true) : on("parent_code", "=", parent)))
    .select(({ fn }) => fn.max<number | null>("position").as("last"))
    .executeTakeFirstOrThrow();
  if (parent === null) return (last ?? 0) + 1;
  return last ?? (await lastPosition(trx, vocabulary, null));
}
