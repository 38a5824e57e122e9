import type { Db } from "~db/client.server";

/** Everything that a person wrote, alone or with others: as it stands, and as it was. */
export async function listWrittenBy(db: Db, personId: string) {
  const ids = db.selectFrom("contribution_author").where("person_id", "=", personId).select("contribution_id");
  const contributions = await db
    .selectFrom("contribution")
    .where("id", "in", ids)
    .orderBy("created_at")
    .select(["id", "kind", "status", "network_id as network", "city_id as city", "language", "entry_id as entry"])
    .select(["revision", "created_at", "updated_at", "submitted_at"])
    .execute();
  const authors = await db
    .selectFrom("contribution_author as author")
    .leftJoin("person", "person.id", "author.person_id")
    .where("author.contribution_id", "in", ids)
    .orderBy("author.position")
    .select(["author.contribution_id as of", "author.person_id", "author.name as signs_as", "author.roles"])
    .select("person.name")
    .execute();
  const fields = await db
    .selectFrom("contribution_field")
    .where("contribution_id", "in", ids)
    .select(["contribution_id as of", "field", "value", "revision", "saved_at"])
    .execute();
  const changes = await db
    .selectFrom("contribution_change")
    .where("contribution_id", "in", ids)
    .orderBy("revision")
    .select(["contribution_id as of", "field", "value", "revision", "saved_at", "saved_by"])
    .execute();
  const links = await db
    .selectFrom("contribution_link")
    .where("contribution_id", "in", ids)
    .select(["contribution_id as of", "to_id as to", "type", "evidence", "note"])
    .execute();
  const factChecks = await db
    .selectFrom("fact_check")
    .where("contribution_id", "in", ids)
    .select(["contribution_id as of", "asked_at", "answer", "disputed_points", "answered_at"])
    .execute();
  const files = await db
    .selectFrom("contribution_file")
    .where("contribution_id", "in", ids)
    .where("removed_at", "is", null)
    .orderBy("added_at")
    .select(["contribution_id as of", "name", "media_type", "bytes", "alternative_text", "caption", "added_at"])
    .select("added_by")
    .execute();
  const belongsTo =
    (id: string) =>
    ({ of }: { of: string }) =>
      of === id;
  return contributions.map((contribution) => {
    const { id } = contribution;
    return {
      ...contribution,
      authors: authors.filter(belongsTo(id)).map(({ person_id, signs_as, roles, name }) => ({
        name: signs_as ?? name,
        me: person_id === personId,
        roles: JSON.parse(roles) as string[],
      })),
      fields: fields.filter(belongsTo(id)).map(({ of: _, ...field }) => field),
      changes: changes.filter(belongsTo(id)).map(({ of: _, saved_by, ...change }) => ({
        ...change,
        by_me: saved_by === personId,
      })),
      files: files.filter(belongsTo(id)).map(({ of: _, added_by, ...file }) => ({
        ...file,
        by_me: added_by === personId,
      })),
      links: links.filter(belongsTo(id)).map(({ of: _, ...link }) => link),
      fact_checks: factChecks.filter(belongsTo(id)).map(({ of: _, disputed_points, ...check }) => ({
        ...check,
        disputed_points: JSON.parse(disputed_points ?? "[]") as unknown,
      })),
    };
  });
}

/** The reviews that a person was asked for, with what they wrote in them. */
export async function listReviewsBy(db: Db, personId: string) {
  const assignments = await db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .where("assignment.person_id", "=", personId)
    .orderBy("assignment.invited_at")
    .select(["review.id as review", "round.contribution_id as contribution", "round.number as round"])
    .select(["assignment.part", "assignment.state", "assignment.due_on", "assignment.invited_at"])
    .select(["assignment.answered_at", "assignment.decline_reason", "assignment.decline_note"])
    .select(["assignment.suggestion", "assignment.declared_conflict", "assignment.submitted_at"])
    .select(["assignment.may_publish", "assignment.signs", "assignment.listed"])
    .execute();
  const fields = await db
    .selectFrom("review_field")
    .where(
      "review_id",
      "in",
      assignments.map(({ review }) => review),
    )
    .select(["review_id", "field", "value", "saved_at"])
    .execute();
  return assignments.map((assignment) => ({
    ...assignment,
    fields: fields
      .filter(({ review_id }) => review_id === assignment.review)
      .map(({ review_id: _, ...field }) => field),
  }));
}
