import type { AppLoadContext } from "@remix-run/node";
import { MovedOn } from "~/domain/contributions/move-contribution.server";
import type { Seen } from "~/domain/reviews/coordinated.server";
import { AssignmentMoved } from "~/domain/reviews/move-assignment.server";
import { decidedMeanwhile } from "~/review-at-hand.server";
import { refuse } from "~/signed-in.server";
import { refuseField } from "~/ui/form/read-form";
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
