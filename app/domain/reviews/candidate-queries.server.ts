import type { Contribution } from "~/domain/contributions/contribution";
import { readCodes } from "~/domain/contributions/field-value";
import type { Db } from "~db/client.server";
import { findConflictsOf } from "./conflict-queries.server";
import { selectHiddenAssignments } from "./hidden-assignment-queries.server";
import { type Candidate, type RankedCandidate, rankReviewers } from "./rank-reviewers";

/**
 * Members of the network who could be asked, the best suited first, each with the reasons and the conflicts of interest. Who looks
 * for reviewers is not among them: nobody assigns themselves.
 */
export async function suggestReviewers(
  db: Db,
  contribution: Contribution,
  viewerId: string,
  now: Date,
): Promise<RankedCandidate[]> {
  const people = await db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .leftJoin("city", "city.id", "person.city_id")
    .leftJoin("country", "country.code", "city.country_code")
    .where("membership.network_id", "=", contribution.networkId)
    .where("membership.state", "=", "active")
    .where("person.id", "!=", viewerId)
    .select(["person.id", "person.name", "person.language", "membership.reviewer", "country.region_code"])
    .execute();
  const ids = people.map(({ id }) => id);
  const [expertise, languages, counts, parents, conflicts, tools, cityRegion] = await Promise.all([
    db.selectFrom("person_expertise").where("person_id", "in", ids).selectAll().execute(),
    db.selectFrom("person_language").where("person_id", "in", ids).selectAll().execute(),
    countReviews(db, ids, viewerId),
    db.selectFrom("region").select(["code", "parent_code"]).execute(),
    findConflictsOf(db, contribution, ids, now, viewerId),
    db
      .selectFrom("contribution_link")
      .where("contribution_id", "=", contribution.id)
      .where("type", "=", "uses")
      .select("to_id")
      .execute(),
    getCityRegion(db, contribution.cityId),
  ]);
  const around = (code: string | null): string[] => {
    const parent = parents.find((region) => region.code === code)?.parent_code ?? null;
    return code === null ? [] : [code, ...around(parent)];
  };
  const candidates = people.map(
    (person): Candidate => ({
      id: person.id,
      name: person.name,
      reviewer: person.reviewer === 1,
      themes: expertise.flatMap((row) => (row.person_id === person.id && row.vocabulary === "theme" ? [row.code] : [])),
      tools: expertise.flatMap((row) => (row.person_id === person.id && row.vocabulary === "tool" ? [row.code] : [])),
      languages: [person.language, ...languages.flatMap((row) => (row.person_id === person.id ? [row.language] : []))],
      regions: around(person.region_code),
      open: counts.find((row) => row.person_id === person.id)?.open ?? 0,
      written: counts.find((row) => row.person_id === person.id)?.written ?? 0,
      conflicts: conflicts.get(person.id) ?? [],
    }),
  );
  return rankReviewers(candidates, {
    themes: readCodes(contribution.fields.themes?.value ?? ""),
    tools: tools.map(({ to_id }) => to_id),
    language: contribution.fields.language?.value ?? "en",
    regions: around(cityRegion),
  });
}

/** Without those of which who looks may not know: a count that rises when their own work is reviewed would tell by whom. */
const countReviews = (db: Db, ids: string[], viewerId: string) =>
  db
    .selectFrom("review_assignment")
    .where("id", "not in", selectHiddenAssignments(db, viewerId))
    .where("person_id", "in", ids)
    .groupBy("person_id")
    .select("person_id")
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere("state", "in", ["invited", "accepted"]).as("open"),
      fn.countAll<number>().filterWhere("state", "in", ["submitted", "thanked"]).as("written"),
    ])
    .execute();

async function getCityRegion(db: Db, cityId: string | null): Promise<string | null> {
  const row = await db
    .selectFrom("city")
    .innerJoin("country", "country.code", "city.country_code")
    .where("city.id", "=", cityId)
    .select("country.region_code")
    .executeTakeFirst();
  return row?.region_code ?? null;
}
