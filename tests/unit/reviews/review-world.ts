import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Doer } from "~/domain/audit/doer";
import { addCoAuthor } from "~/domain/contributions/add-co-author.server";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import { submitContribution } from "~/domain/contributions/submit-contribution.server";
import { withdrawContribution } from "~/domain/contributions/withdraw-contribution.server";
import type { Actor } from "~/domain/people/person-policy";
import { answerInvitation } from "~/domain/reviews/answer-invitation.server";
import type { Seen } from "~/domain/reviews/coordinated.server";
import { decideRound } from "~/domain/reviews/decide-round.server";
import { decideUnreviewed } from "~/domain/reviews/decide-unreviewed.server";
import { dueOn } from "~/domain/reviews/due-date";
import { inviteReviewer } from "~/domain/reviews/invite-reviewer.server";
import { AssignmentMoved } from "~/domain/reviews/move-assignment.server";
import { openReview } from "~/domain/reviews/open-review.server";
import { remindReviewers } from "~/domain/reviews/remind-reviewers.server";
import { reopenContribution } from "~/domain/reviews/reopen-contribution.server";
import { resubmitContribution } from "~/domain/reviews/resubmit-contribution.server";
import { reviewFieldsOf } from "~/domain/reviews/review-fields";
import { defaultRubric } from "~/domain/reviews/rubric";
import { saveResponses } from "~/domain/reviews/save-responses.server";
import { saveReview } from "~/domain/reviews/save-review.server";
import { submitReview } from "~/domain/reviews/submit-review.server";
import { tendReviewer } from "~/domain/reviews/tend-reviewer.server";
import type { Db } from "~db/client.server";

export const names = [
  "author",
  "coordinator",
  "second",
  "r1",
  "r2",
  "ownCity",
  "colleague",
  "junior",
  "stranger",
] as const;
export type Name = (typeof names)[number];

const at = "2026-01-01T00:00:00.000Z";

export interface ReviewWorld {
  ids: Record<Name, string>;
  actors: Record<Name, NonNullable<Actor>>;
}

/** A network that wants one review for a decision, and people with and without conflicts of interest. */
export async function makeReviewWorld(db: Db): Promise<ReviewWorld> {
  const label = { label_en: "x", label_fr: "x", label_es: "x" };
  await db
    .insertInto("region")
    .values({ code: "r", m49: "1", parent_code: null, ...label })
    .execute();
  await db
    .insertInto("country")
    .values({ code: "ZZ", iso3: "ZZZ", m49: "2", region_code: "r", ...label })
    .execute();
  const entry = (id: string, kind: "network" | "city" | "organisation") =>
    db
      .insertInto("entry")
      .values({ id, kind, title: id, language: "en", published_at: at, created_at: at, updated_at: at })
      .execute();
  await entry("net", "network");
  await entry("town", "city");
  await entry("office", "organisation");
  await db.insertInto("network").values({ id: "net", reviews_needed: 1 }).execute();
  await db
    .insertInto("city")
    .values({ id: "town", kind: "city", country_code: "ZZ", latitude: 0, longitude: 0 })
    .execute();
  await db.insertInto("organisation").values({ id: "office", kind: "public" }).execute();
  const ids = Object.fromEntries(names.map((name) => [name, randomUUID()])) as Record<Name, string>;
  const actors: Partial<Record<Name, NonNullable<Actor>>> = {};
  for (const name of names) {
    const coordinator = name === "coordinator" || name === "second";
    const reviewer = ["r1", "r2", "ownCity", "colleague"].includes(name);
    await db
      .insertInto("person")
      .values({
        ...{ id: ids[name], email: `${name}@city.example`, name, language: "en", created_at: at, updated_at: at },
        ...{ listed: 0, administrator: 0, city_id: name === "ownCity" ? "town" : null },
        organisation_id: name === "author" || name === "colleague" ? "office" : null,
      })
      .execute();
    const role = { networkId: "net", coordinator, reviewer };
    actors[name] = { person: { id: ids[name] }, administrator: false, cities: [], memberships: [] };
    if (name === "stranger") continue;
    actors[name].memberships.push(role);
    await db
      .insertInto("membership")
      .values({
        ...{ network_id: "net", person_id: ids[name], state: "active", created_at: at },
        ...{ coordinator: coordinator ? 1 : 0, reviewer: reviewer ? 1 : 0 },
      })
      .execute();
  }
  return { ids, actors: actors as ReviewWorld["actors"] };
}

const fields = {
  ...{ title: "A", pitch: "A", city: "town", lead_body: "A", contact: "A", started: "2019", stage: "ongoing" },
  ...{ themes: '["x"]', situation_before: "A", what_was_done: "A", results: "A", licence: "CC0-1.0", language: "en" },
};

/** A draft with everything that it must have. */
export async function addDraft(db: Db, author: string): Promise<string> {
  const id = randomUUID();
  const rows = Object.entries(fields).map(([field, value], index) => ({
    ...{ contribution_id: id, field, value, revision: index + 1, saved_by: author, saved_at: at },
  }));
  await db
    .insertInto("contribution")
    .values({
      ...{ id, kind: "practice", status: "draft", city_id: "town", language: "en", created_at: at, updated_at: at },
      revision: rows.length,
    })
    .execute();
  await db
    .insertInto("contribution_author")
    .values({ contribution_id: id, position: 1, person_id: author, name: null, roles: "[]" })
    .execute();
  await db.insertInto("contribution_field").values(rows).execute();
  await db.insertInto("contribution_change").values(rows).execute();
  return id;
}

export interface Step {
  does:
    | "submit"
    | "takeBack"
    | "open"
    | "unreviewed"
    | "invite"
    | "answer"
    | "review"
    | "decide"
    | "resubmit"
    | "reopen"
    | "tend"
    | "remind"
    | "join";
  who: Name;
  whom: Name;
  pick: number;
  /** Acts on what stood before the last step, as somebody does whose page is old. */
  late: boolean;
}

/** Does one step; what the rules refuse is refused, anything else that goes wrong is a failure. */
export async function take(db: Db, world: ReviewWorld, id: string, step: Step, day: number, seen: Seen): Promise<void> {
  const doer: Doer = {
    actor: world.actors[step.who],
    at: new Date(Date.parse(at) + day * 86_400_000),
    address: null,
  };
  try {
    await act(db, world, id, step, doer, seen);
  } catch (error) {
    const refused =
      error instanceof MovedOn ||
      error instanceof AssignmentMoved ||
      (error instanceof Response && [403, 404].includes(error.status));
    if (!refused) throw error;
  }
}

async function act(db: Db, { ids }: ReviewWorld, id: string, step: Step, doer: Doer, seen: Seen): Promise<void> {
  const { does, who, whom, pick } = step;
  const choose = <T>(list: readonly T[]): T => list[pick % list.length] as T;
  const assignments = await db
    .selectFrom("review_assignment as assignment")
    .innerJoin("review", "review.id", "assignment.review_id")
    .innerJoin("review_round as round", "round.id", "review.round_id")
    .where("round.contribution_id", "=", id)
    .select(["assignment.id", "assignment.person_id"])
    .orderBy("assignment.invited_at", "desc")
    .execute();
  const own = assignments.find(({ person_id }) => person_id === ids[who])?.id ?? "none";
  switch (does) {
    case "submit":
      await submitContribution(db, doer, id, "net");
      return;
    case "takeBack":
      return withdrawContribution(db, doer, id);
    case "open":
      return openReview(db, doer, id, seen);
    case "unreviewed": {
      const verb = choose(["return", "decline", "accept-unreviewed"] as const);
      return decideUnreviewed(db, doer, id, { verb, reason: "x", seen });
    }
    case "invite": {
      const junior = pick % 5 === 0 ? ids.junior : null;
      const replaces = pick % 7 === 0 ? (assignments[0]?.id ?? null) : null;
      const invitation = { reviewer: ids[whom], junior, replaces, despiteWarnings: pick % 2 === 0 };
      await inviteReviewer(db, doer, id, { ...invitation, dueOn: dueOn(doer.at) });
      return;
    }
    case "answer": {
      const yes = { accept: true, declaredConflict: null } as const;
      const no = {
        accept: false,
        reason: choose(["time", "conflict"] as const),
        note: null,
        suggestion: null,
      } as const;
      await answerInvitation(db, doer, own, pick % 4 === 0 ? no : yes);
      return;
    }
    case "review": {
      const changes = reviewFieldsOf(defaultRubric).flatMap((field) => {
        if (field.startsWith("score.")) return [{ field, value: String(1 + (pick % 5)), base: 0 }];
        if (field === "recommendation") return [{ field, value: "minor", base: 0 }];
        const row = { kind: "critical", field: "results", text: "More." };
        return field === "changes" ? [{ field, value: JSON.stringify([row]), base: 0 }] : [];
      });
      await saveReview(db, doer.actor, own, pick % 6 === 0 ? changes.slice(1) : changes, doer.at);
      await submitReview(db, doer, own, { mayPublish: true, signs: true, listed: true });
      return;
    }
    case "decide": {
      const verb = choose(["accept", "request-changes", "decline"] as const);
      await decideRound(db, doer, id, { verb, reason: "x", seen });
      return;
    }
    case "resubmit": {
      const asked = await db.selectFrom("requested_change").select("id").execute();
      const answers = asked.map((change) => ({ change: change.id, text: "Done." }));
      if (pick % 3 > 0) await saveResponses(db, doer, id, answers);
      await resubmitContribution(db, doer, id);
      return;
    }
    case "reopen":
      return reopenContribution(db, doer, id);
    case "tend":
      return tendReviewer(
        db,
        doer,
        id,
        choose([...assignments.map((one) => one.id), "none"]),
        choose(["cancel", "remind", "thank"] as const),
      );
    case "remind":
      await remindReviewers(db, doer.at);
      expect(await remindReviewers(db, doer.at), "each thing is told once").toBe(0);
      return;
    case "join":
      // A reviewer becomes an author: from then on they may not review.
      return addCoAuthor(db, doer.actor, id, { name: whom, email: `${whom}@city.example`, roles: [] }, doer.at);
  }
}
