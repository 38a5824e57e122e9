import { toLabel } from "~/domain/vocabularies/vocabulary";
import type { Language } from "~/i18n/language";
import type { Db } from "~db/client.server";
import type { RankedCandidate } from "./rank-reviewers";

/** What the themes, tools and regions are called that suggest somebody. */
export async function listReasonNames(
  db: Db,
  candidates: readonly Pick<RankedCandidate, "reasons">[],
  language: Language,
): Promise<Record<string, string>> {
  const codes = candidates.flatMap(({ reasons: { themes, tools, region } }) => [
    ...themes,
    ...tools,
    ...(region ? [region] : []),
  ]);
  const [terms, tools, regions] = await Promise.all([
    db.selectFrom("term").where("vocabulary", "=", "theme").where("code", "in", codes).selectAll().execute(),
    db.selectFrom("entry").where("kind", "=", "tool").where("id", "in", codes).select(["id", "title"]).execute(),
    db.selectFrom("region").where("code", "in", codes).selectAll().execute(),
  ]);
  return Object.fromEntries([
    ...terms.map((row) => [row.code, toLabel(row)[language]]),
    ...tools.map(({ id, title }) => [id, title]),
    ...regions.map((row) => [row.code, toLabel(row)[language]]),
  ]);
}
