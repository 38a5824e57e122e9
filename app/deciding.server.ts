import type { AppLoadContext } from "@remix-run/node";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import type { Actor } from "~/domain/people/person-policy";
import { loadCoordinated, type Seen } from "~/domain/reviews/coordinated.server";
import { AssignmentMoved } from "~/domain/reviews/move-assignment.server";
import { decidedMeanwhile } from "~/review-at-hand.server";
import { refuse } from "~/signed-in.server";
import { giveBack, type Refused, refuseField } from "~/ui/form/read-form";
import { isResumed } from "~/ui/form/typed";
import { contributionStatuses } from "~db/schema/contribution";

/** What stood on the page when it was opened, as the form says. */
export function readSeen(form: FormData): Seen {
  const status = contributionStatuses.find((one) => one === form.get("seenStatus"));
  const round = /^\d{1,6}$/.exec(String(form.get("seenRound") ?? ""))?.[0];
  // What is no number was on no page: it is told what stands.
  return { status: status ?? "draft", round: round === undefined ? -1 : Number(round) };
}

/** Runs a decision. When somebody else was faster, the page says who that was, and gives back what was typed. @throws 409 */
export async function deciding<T>(
  context: AppLoadContext,
  id: string,
  form: FormData,
  decide: () => Promise<T>,
): Promise<T> {
  try {
    return await decide();
  } catch (error) {
    if (error instanceof MovedOn) throw await decidedMeanwhile(context, id, error, form);
    throw error;
  }
}

/**
 * Sends the form of a decision back, while there is something to decide: where somebody else was faster, its page has no such form any
 * more, and says who that was, with what was typed.
 * @throws 409
 */
export async function refuseDecision(
  context: AppLoadContext,
  { actor, id, form }: { actor: Actor; id: string; form: FormData },
  refused: Refused,
  status = 422,
) {
  const { readDb } = context.services;
  await deciding(context, id, form, () => loadCoordinated(readDb, actor, id, readSeen(form)));
  return refuse(context, refused, status);
}

/** The same for what was typed before a session ended: its texts go back into their form. @returns null for any other form */
export const resumeDecision = async (
  context: AppLoadContext,
  decision: { actor: Actor; id: string; form: FormData },
) => (isResumed(decision.form) ? refuseDecision(context, decision, giveBack(decision.form), 200) : null);

/** Runs something about an assignment; one that has moved on meanwhile sends the form back with 409. */
export async function tending<T>(context: AppLoadContext, form: FormData, tend: () => Promise<T>) {
  try {
    return { done: await tend(), moved: undefined };
  } catch (error) {
    if (error instanceof AssignmentMoved)
      return { moved: refuse(context, refuseField(form, "", "form.gone"), 409), done: undefined };
    throw error;
  }
}
