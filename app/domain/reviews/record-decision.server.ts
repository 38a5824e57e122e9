import { randomUUID } from "node:crypto";
import type { Doer } from "~/domain/audit/doer";
import type { Db } from "~db/client.server";
import type { DecisionVerb } from "~db/schema/review";

interface Decided {
  contributionId: string;
  roundId: string | null;
  verb: DecisionVerb;
  reason: string;
}

/** Keeps what was decided and why, for the authors and the coordinators. */
export async function recordDecision(trx: Db, doer: Doer, decided: Decided): Promise<void> {
  await trx
    .insertInto("review_decision")
    .values({
      id: randomUUID(),
      contribution_id: decided.contributionId,
      round_id: decided.roundId,
      verb: decided.verb,
      reason: decided.reason,
      decided_by: doer.actor?.person.id ?? null,
      decided_at: doer.at.toISOString(),
    })
    .execute();
}
