import { expect } from "vitest";
import type { Doer } from "~/domain/audit/doer";
import { addCoAuthor } from "~/domain/contributions/add-co-author.server";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import { saveFields } from "~/domain/contributions/save-fields.server";
import { submitContribution } from "~/domain/contributions/submit-contribution.server";
import { withdrawContribution } from "~/domain/contributions/withdraw-contribution.server";
import { NotPublishable, publishContribution } from "~/domain/publication/publish-contribution.server";
import { restorePublication } from "~/domain/publication/restore-publication.server";
import { retirePublication } from "~/domain/publication/retire-publication.server";
import { reviseContribution } from "~/domain/publication/revise-contribution.server";
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
import { linkKey } from "~/domain/reviews/review";
import { reviewFieldsOf } from "~/domain/reviews/review-fields";
import { defaultRubric } from "~/domain/reviews/rubric";
import { saveResponses } from "~/domain/reviews/save-responses.server";
import { saveReview } from "~/domain/reviews/save-review.server";
import { submitReview } from "~/domain/reviews/submit-review.server";
import { tendReviewer } from "~/domain/reviews/tend-reviewer.server";
import type { Db } from "~db/client.server";
import { at, type Name, type ReviewWorld } from "./people";

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
    | "join"
    | "edit"
    | "publish"
    | "revise"
    | "archive"
    | "withdraw"
    | "restore";
  who: Name;
  whom: Name;
  pick: number;
  /** Acts on what stood before the last step, as somebody does whose page is old. */
  late: boolean;
}

export const doerOf = (world: ReviewWorld, who: Name, day: number): Doer => ({
  actor: world.actors[who],
  at: new Date(Date.parse(at) + day * 86_400_000),
  address: null,
});

/** Whether the rules said no: too late, not allowed, not yet. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof MovedOn ||
  error instanceof AssignmentMoved ||
  error instanceof NotPublishable ||
  (error instanceof Response && [403, 404].includes(error.status));

/** Does one step. @returns the draft that it began @throws what the verb throws */
export async function act(
  db: Db,
  { ids }: ReviewWorld,
  id: string,
  step: Step,
  doer: Doer,
  seen: Seen,
): Promise<string | undefined> {
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
      await withdrawContribution(db, doer, id);
      return;
    case "open":
      await openReview(db, doer, id, seen);
      return;
    case "unreviewed": {
      const verb = choose(["return", "decline", "accept-unreviewed"] as const);
      await decideUnreviewed(db, doer, id, { verb, reason: "x", seen });
      return;
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
        // Every other review has checked the link.
        if (field === "links" && pick % 2 === 0)
          return [{ field, value: JSON.stringify([linkKey({ toId: "budget", type: "uses" })]), base: 0 }];
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
      await reopenContribution(db, doer, id);
      return;
    case "tend":
      await tendReviewer(
        db,
        doer,
        id,
        choose([...assignments.map((one) => one.id), "none"]),
        choose(["cancel", "remind", "thank"] as const),
      );
      return;
    case "remind":
      await remindReviewers(db, doer.at);
      expect(await remindReviewers(db, doer.at), "each thing is told once").toBe(0);
      return;
    case "join":
      // A reviewer becomes an author: from then on they may not review.
      await addCoAuthor(db, doer.actor, id, { name: whom, email: `${whom}@city.example`, roles: [] }, doer.at);
      return;
    case "edit": {
      const base = (await getContribution(db, id))?.fields.results?.revision ?? 0;
      const change = { field: "results", value: `Counted again, ${doer.at.toISOString()}`, base } as const;
      await saveFields(db, doer.actor, id, [change], doer.at);
      return;
    }
    case "publish":
      await publishContribution(db, doer, { id, changeNote: "x" });
      return;
    case "revise":
      return reviseContribution(db, doer, id);
    case "archive":
    case "withdraw":
      await retirePublication(db, doer, { id, verb: does, reason: "x" });
      return;
    case "restore":
      await restorePublication(db, doer, id);
      return;
  }
}
