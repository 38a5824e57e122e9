import type { Doer } from "~/domain/audit/doer";
import { forbidden } from "~/domain/forbidden";
import { settle } from "~/domain/notifications/settle.server";
import type { Db } from "~db/client.server";
import type { ReviewerPart } from "~db/schema/review";
import { addAssignment, startReview } from "./add-assignment.server";
import { isDone, isOpen } from "./assignment";
import { listTasksOfRound } from "./assignment-queries.server";
import { findConflictsOf } from "./conflict-queries.server";
import { type ConflictKind, isBlocked } from "./conflict-rules";
import { loadCoordinated } from "./coordinated.server";
import { moveAssignment } from "./move-assignment.server";
import { tellReviewer } from "./tell-sides.server";

export interface Invitation {
  /** Who reviews, or leads the review of a pair. */
  reviewer: string;
  /** Who writes with them. */
  junior: string | null;
  /** A day. */
  dueOn: string;
  /** Conflicts that only warn were read, and do not matter here. */
  despiteWarnings: boolean;
  /** The assignment whose place is taken. */
  replaces: string | null;
}

export type InviteOutcome =
  | { invited: true }
  | { invited: false; problem: "member" | "already" | "pair" }
  | { invited: false; problem: "blocked" | "warned"; person: string; conflicts: ConflictKind[] };

/** Asks somebody, or a pair, to review. Nothing changes where a conflict of interest blocks. @throws Response, AssignmentMoved */
export async function inviteReviewer(
  db: Db,
  doer: Doer,
  contributionId: string,
  invitation: Invitation,
): Promise<InviteOutcome> {
  return db.transaction().execute(async (trx): Promise<InviteOutcome> => {
    const { actor, contribution, round } = await loadCoordinated(trx, doer.actor, contributionId);
    if (contribution.status !== "in-review" || !round || round.closedAt !== null) throw forbidden();
    const { reviewer, junior, replaces } = invitation;
    const tasks = await listTasksOfRound(trx, round.id);
    const replaced = replaces === null ? undefined : tasks.find(({ id }) => id === replaces);
    if (replaces !== null && !replaced) throw forbidden();
    // One of a pair is replaced by one person, who goes on with what the pair has written.
    if (junior !== null && (junior === reviewer || replaced)) return { invited: false, problem: "pair" };
    const asked = junior === null ? [reviewer] : [reviewer, junior];
    if (asked.includes(actor.person.id)) throw forbidden();
    const leads = replaced?.part !== "junior";
    if (!(await areMembers(trx, round.networkId, leads ? reviewer : null, asked)))
      return { invited: false, problem: "member" };
    const busy = tasks.some(
      ({ personId, state }) => personId !== null && asked.includes(personId) && (isOpen(state) || isDone(state)),
    );
    if (busy) return { invited: false, problem: "already" };
    const conflicts = await findConflictsOf(trx, contribution, asked, doer.at, actor.person.id);
    for (const person of asked) {
      const found = conflicts.get(person) ?? [];
      if (isBlocked(found)) return { invited: false, problem: "blocked", person, conflicts: found };
      if (found.length > 0 && !invitation.despiteWarnings)
        return { invited: false, problem: "warned", person, conflicts: found };
    }
    // Somebody else is asked: that was what waited.
    const subject = { kind: "contribution", id: contributionId };
    await settle(trx, { subject, kinds: ["review-declined"] }, doer.at);
    const reviewId = replaced?.reviewId ?? (await startReview(trx, round));
    const parts: [string, ReviewerPart][] =
      junior === null
        ? [[reviewer, replaced?.part ?? "single"]]
        : [
            [reviewer, "senior"],
            [junior, "junior"],
          ];
    for (const [personId, part] of parts) {
      const id = await addAssignment(trx, doer, contribution, { reviewId, personId, part, dueOn: invitation.dueOn });
      if (!replaced) continue;
      await moveAssignment(trx, doer, { ...replaced, contributionId }, "replace-review", { replaced_by: id });
      await tellReviewer(trx, contribution, replaced, { kind: "review-cancelled", waits: false }, doer.at);
    }
    return { invited: true };
  });
}

/** Whether all belong to the network, and who leads reviews for it. */
async function areMembers(trx: Db, networkId: string, leader: string | null, ids: string[]): Promise<boolean> {
  const members = await trx
    .selectFrom("membership")
    .where("network_id", "=", networkId)
    .where("person_id", "in", ids)
    .where("state", "=", "active")
    .select(["person_id", "reviewer"])
    .execute();
  return (
    members.length === ids.length &&
    (leader === null || members.some(({ person_id, reviewer }) => person_id === leader && reviewer === 1))
  );
}
