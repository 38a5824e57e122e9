import type { Contribution } from "~/domain/contributions/contribution";
import type { Db } from "~db/client.server";
import { type ConflictFacts, type ConflictKind, findConflicts } from "./conflict-rules";

type Subject = Pick<Contribution, "id" | "cityId" | "authors">;

/**
 * The conflicts of interest between people and a contribution, by the person's id. `viewerId` is who will read them: of reviews on
 * their own work that were to stay anonymous, nothing is told.
 */
export async function findConflictsOf(
  db: Db,
  subject: Subject,
  personIds: readonly string[],
  now: Date,
  viewerId: string | null = null,
): Promise<Map<string, ConflictKind[]>> {
  const authorIds = subject.authors.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const ids = [...personIds];
  const everyone = [...new Set([...ids, ...authorIds])];
  const people = await db
    .selectFrom("person")
    .where("id", "in", everyone)
    .select(["id", "city_id", "organisation_id"])
    .execute();
  const officials = await db
    .selectFrom("city_official")
    .where("person_id", "in", ids)
    .select(["person_id", "city_id"])
    .execute();
  const together = await listWrittenTogether(db, subject.id, ids, authorIds);
  const reviewed = await listReviewed(db, subject.id, everyone, viewerId);
  const declared = await listDeclared(db, subject.id, ids);
  const authors = people.filter(({ id }) => authorIds.includes(id));
  const latest = (dates: string[]) => dates.sort().at(-1) ?? null;
  const found = new Map<string, ConflictKind[]>();
  for (const id of ids) {
    const own = people.find((person) => person.id === id);
    const cities = [own?.city_id, ...officials.flatMap((row) => (row.person_id === id ? [row.city_id] : []))];
    const facts: ConflictFacts = {
      isAuthor: authorIds.includes(id),
      ownCity: subject.cityId !== null && cities.includes(subject.cityId),
      cityOfAuthor: authors.some(({ city_id }) => city_id !== null && cities.includes(city_id)),
      organisation: authors.some(
        ({ organisation_id }) => organisation_id !== null && organisation_id === own?.organisation_id,
      ),
      wroteTogether: latest(together.flatMap((row) => (row.personId === id ? [row.at] : []))),
      reviewedAuthor: latest(
        reviewed.flatMap((row) => (row.reviewer === id && authorIds.includes(row.author) ? [row.at] : [])),
      ),
      reviewedByAuthor: latest(
        reviewed.flatMap((row) => (row.author === id && authorIds.includes(row.reviewer) ? [row.at] : [])),
      ),
      declared: declared.get(id) ?? null,
    };
    found.set(id, findConflicts(facts, now));
  }
  return found;
}

/** When people wrote other contributions together with the authors. */
async function listWrittenTogether(db: Db, exceptId: string, ids: string[], authorIds: string[]) {
  const rows = await db
    .selectFrom("contribution_author as own")
    .innerJoin("contribution_author as other", "other.contribution_id", "own.contribution_id")
    .innerJoin("contribution", "contribution.id", "own.contribution_id")
    .where("own.person_id", "in", ids)
    .where("other.person_id", "in", authorIds)
    .whereRef("own.person_id", "!=", "other.person_id")
    .where("contribution.id", "!=", exceptId)
    .select(["own.person_id as personId", "contribution.updated_at as at"])
    .execute();
  return rows;
}

/** Who reviewed whom, but for the contribution at hand, and when. */
async function listReviewed(db: Db, exceptId: string, ids: string[], viewerId: string | null) {
  const rows = await db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .innerJoin("contribution_author as author", "author.contribution_id", "round.contribution_id")
    .where("assignment.person_id", "in", ids)
    .where("author.person_id", "in", ids)
    .where("assignment.state", "in", ["submitted", "thanked"])
    .where("round.contribution_id", "!=", exceptId)
    .select(["assignment.person_id as reviewer", "author.person_id as author", "assignment.submitted_at as at"])
    .select(["round.contribution_id as contributionId", "round.anonymity"])
    .execute();
  const hidden = new Set(
    rows.flatMap((row) => (row.anonymity !== "open" && row.author === viewerId ? [row.contributionId] : [])),
  );
  return rows.flatMap(({ reviewer, author, at, contributionId }) =>
    reviewer === null || author === null || at === null || hidden.has(contributionId) ? [] : [{ reviewer, author, at }],
  );
}

/** Who said before that there is a conflict with this contribution. */
async function listDeclared(db: Db, contributionId: string, ids: string[]): Promise<Map<string, "declined" | "told">> {
  const rows = await db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .where("round.contribution_id", "=", contributionId)
    .where("assignment.person_id", "in", ids)
    .where((where) =>
      where.or([where("assignment.declared_conflict", "is not", null), where("decline_reason", "=", "conflict")]),
    )
    .select(["assignment.person_id", "assignment.decline_reason"])
    .execute();
  const declared = new Map<string, "declined" | "told">();
  for (const { person_id, decline_reason } of rows)
    if (person_id !== null && declared.get(person_id) !== "declined")
      declared.set(person_id, decline_reason === "conflict" ? "declined" : "told");
  return declared;
}
