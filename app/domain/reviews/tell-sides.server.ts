import type { Contribution } from "~/domain/contributions/contribution";
import { listCoordinators } from "~/domain/memberships/membership-queries.server";
import type { NotificationKind } from "~/domain/notifications/notification";
import { tell } from "~/domain/notifications/tell.server";
import type { Db } from "~db/client.server";

type Subject = Pick<Contribution, "id" | "networkId" | "authors" | "fields">;

interface News {
  kind: NotificationKind;
  waits: boolean;
}

const authorIds = ({ authors }: Pick<Contribution, "authors">): string[] =>
  authors.flatMap(({ personId }) => (personId === null ? [] : [personId]));

const about = ({ id, fields }: Subject) => ({
  subject: { kind: "contribution", id },
  details: { title: fields.title?.value ?? "", path: `/contributions/${id}/review` },
});

/** Tells the authors of a contribution; never who reviews it. */
export const tellAuthors = (trx: Db, contribution: Subject, news: News, at: Date): Promise<void> =>
  tell(trx, authorIds(contribution), { ...about(contribution), ...news }, at);

/** Tells the coordinators who may decide on it: those who wrote it themselves are told as authors alone. */
export async function tellCoordinators(trx: Db, contribution: Subject, news: News, at: Date): Promise<void> {
  const authors = authorIds(contribution);
  const coordinators = await listCoordinators(trx, contribution.networkId ?? "");
  const ids = coordinators.map(({ id }) => id).filter((id) => !authors.includes(id));
  await tell(trx, ids, { ...about(contribution), ...news }, at);
}

/** Tells a reviewer about their own assignment. */
export async function tellReviewer(
  trx: Db,
  contribution: Pick<Subject, "fields">,
  assignment: { id: string; personId: string | null },
  news: News,
  at: Date,
): Promise<void> {
  if (assignment.personId === null) return;
  const details = { title: contribution.fields.title?.value ?? "" };
  await tell(trx, [assignment.personId], { subject: { kind: "assignment", id: assignment.id }, details, ...news }, at);
}
