import { type AppLoadContext, data } from "@remix-run/node";
import { getContribution } from "~/domain/contributions/contribution-queries.server";
import type { MovedOn } from "~/domain/contributions/move-contribution.server";
import type { Actor } from "~/domain/people/person-policy";
import { getReviewerTask, type ReviewerTask } from "~/domain/reviews/assignment-queries.server";
import { readValuesAt } from "~/domain/reviews/read-text-queries.server";
import { canReadReviewed, canSeeAssignment, type JudgedAssignment } from "~/domain/reviews/review-policy";
import { listDecisions } from "~/domain/reviews/review-queries.server";
import { maySee, namingFields } from "~/domain/reviews/who-sees-whom";
import { readActor, requireActor } from "~/signed-in.server";
import { notFound } from "~/ui/not-found";
import type { TaskHead } from "~/ui/review/task-frame";

type May = (actor: Actor, assignment: JudgedAssignment) => boolean;

interface TaskAtHand {
  actor: NonNullable<Actor>;
  task: ReviewerTask;
}

/** The assignment of an address, for whom it was given to; to anyone else there is none. @throws Response */
export async function taskAtHand(
  context: AppLoadContext,
  request: Request,
  id: string | undefined,
  may: May = canSeeAssignment,
): Promise<TaskAtHand> {
  return find(context, await requireActor(context, request), id, may);
}

/** The same for scripts, which follow no redirect: null when nobody is signed in. @throws Response */
export async function taskForScript(
  context: AppLoadContext,
  request: Request,
  id: string | undefined,
  may: May,
): Promise<TaskAtHand | null> {
  const actor = await readActor(context, request);
  return actor && find(context, actor, id, may);
}

async function find(
  { services }: AppLoadContext,
  actor: NonNullable<Actor>,
  id: string | undefined,
  may: May,
): Promise<TaskAtHand> {
  const task = await getReviewerTask(services.readDb, id ?? "");
  if (!task || !may(actor, task)) throw notFound();
  return { actor, task };
}

/** The text that the reviewer reads, without what they may not know. */
export async function readReviewed({ services }: AppLoadContext, task: ReviewerTask) {
  const values = await readValuesAt(services.readDb, task.contribution.id, task.round.revision);
  if (!maySee("reviewer", "author", task.round.anonymity))
    for (const name of namingFields) delete values[name as never];
  return values;
}

/** What the frame of a reviewer's pages shows. */
export async function taskHead(context: AppLoadContext, { actor, task }: TaskAtHand): Promise<TaskHead> {
  const { contribution, round } = task;
  const { title = "", language = "en" } = await readReviewed(context, task);
  const reads = canReadReviewed(actor, task);
  return {
    id: task.id,
    title,
    language: language || "en",
    kind: contribution.kind,
    state: task.state,
    part: task.part,
    round: round.number,
    dueOn: task.dueOn,
    discussion: reads ? `/contributions/${contribution.id}/discussion` : null,
    pages: [
      "review",
      ...(reads ? (["text"] as const) : []),
      ...(reads && round.number > 1 ? (["changed"] as const) : []),
      ...(task.state === "accepted" && task.part !== "junior" ? (["submit"] as const) : []),
    ],
  };
}

/** The authors' names, where a reviewer may know them. */
export async function authorNames({ services }: AppLoadContext, { contribution, round }: ReviewerTask) {
  if (!maySee("reviewer", "author", round.anonymity)) return null;
  const known = await getContribution(services.readDb, contribution.id);
  return known?.authors.map(({ name }) => name) ?? null;
}

/** Somebody else was faster: what they decided, and what was typed here. To be thrown. */
export async function decidedMeanwhile({ services }: AppLoadContext, id: string, moved: MovedOn, form: FormData) {
  const [last] = await listDecisions(services.db, id);
  const typed = form.get("reason");
  return data(
    {
      decidedMeanwhile: {
        status: moved.status,
        by: last?.decidedBy ?? null,
        at: last?.decidedAt ?? null,
        typed: typeof typed === "string" ? typed : "",
        path: `/contributions/${id}/review`,
      },
    },
    409,
  );
}
