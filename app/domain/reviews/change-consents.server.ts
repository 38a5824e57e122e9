import type { Doer } from "~/domain/audit/doer";
import type { Db } from "~db/client.server";
import { isDone } from "./assignment";
import { loadOwnAssignment } from "./own-assignment.server";
import type { Consents } from "./review";
import { canReadReviewed } from "./review-policy";
import { saveConsents } from "./save-consents.server";

/** A reviewer thinks better of what they agreed to, as may the other one of a pair who did not send the review. @throws Response */
export async function changeConsents(db: Db, doer: Doer, assignmentId: string, consents: Consents): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await loadOwnAssignment(
      trx,
      doer.actor,
      assignmentId,
      (actor, task) => canReadReviewed(actor, task) && isDone(task.state),
    );
    await saveConsents(trx, assignmentId, consents);
  });
}
