import { randomUUID } from "node:crypto";
import { defaultCriteria } from "~/domain/reviews/rubric";
import type { Services } from "~/services.server";
import type { Anonymity } from "~db/schema/membership";
import type { BrowserStandIn } from "./browser-stand-in";
import { type NetworkServer, startNetworkServer } from "./network-server";

type Person = Pick<Awaited<ReturnType<NetworkServer["person"]>>, "id" | "email" | "browser">;

/** Where the rows of a test lie: in its own server, or in that of the browser tests. */
export interface OnServer {
  services: Pick<Services, "db" | "now">;
}

export interface ReviewServer extends NetworkServer {
  author: Person;
  coordinator: Person;
  second: Person;
  reviewers: [Person, Person];
}

/** A network with an author, two coordinators and two reviewers. */
export async function startReviewServer(anonymity: Anonymity = "open", reviewsNeeded = 2): Promise<ReviewServer> {
  const server = await startNetworkServer();
  const { db } = server.services;
  await server.network("own");
  await db.updateTable("network").set({ anonymity, reviews_needed: reviewsNeeded }).where("id", "=", "own").execute();
  await server.city("own-city", ["own"]);
  const place = { in: "own" };
  return {
    ...server,
    author: await server.person("Aurelia Authorsson", [place]),
    coordinator: await server.person("Corinna Coordes", [{ ...place, coordinator: true }]),
    second: await server.person("Conrad Coordes", [{ ...place, coordinator: true }]),
    reviewers: [
      await server.person("Reva Quillfeather", [{ ...place, reviewer: true }]),
      await server.person("Rolf Inkwellson", [{ ...place, reviewer: true }]),
    ],
  };
}

const fields = {
  title: "Mediators in every quarter",
  pitch: "Two offices settle disputes.",
  city: "own-city",
  lead_body: "The office",
  contact: "office@city.example",
  started: "2019",
  stage: "ongoing",
  themes: '["housing"]',
  situation_before: "Nobody listened.",
  what_was_done: "Two mediators listen.",
  results: "Fewer disputes.",
  licence: "CC-BY-4.0",
  language: "en",
};

/** A practice that its author has submitted, as it stands in the database. @returns its id */
export async function submitPractice(
  { services: { db, now } }: OnServer,
  authorId: string,
  network = "own",
  more: Partial<typeof fields> = {},
): Promise<string> {
  const id = randomUUID();
  const at = now().toISOString();
  const values = { ...fields, ...more };
  const entries = Object.entries(values);
  await db
    .insertInto("contribution")
    .values({
      ...{ id, kind: "practice", status: "submitted", network_id: network, city_id: values.city, language: "en" },
      ...{ revision: entries.length, created_at: at, updated_at: at, submitted_at: at },
    })
    .execute();
  await db
    .insertInto("contribution_author")
    .values({ contribution_id: id, position: 1, person_id: authorId, name: null, roles: "[]" })
    .execute();
  for (const [index, [field, value]] of entries.entries()) {
    const row = { contribution_id: id, field, value, revision: index + 1, saved_by: authorId, saved_at: at };
    await db.insertInto("contribution_field").values(row).execute();
    await db.insertInto("contribution_change").values(row).execute();
  }
  return id;
}

/** A whole review, as its form sends it. */
export const wholeReview = (more: Record<string, string | string[]> = {}): Record<string, string | string[]> => ({
  ...Object.fromEntries(
    defaultCriteria.flatMap((key, index) => [
      [`revision.score.${key}`, "0"],
      [`score.${key}`, String((index % 5) + 1)],
    ]),
  ),
  "revision.strengths": "0",
  strengths: "It listens.",
  "revision.changes": "0",
  "changes.0.kind": "critical",
  "changes.0.field": "results",
  "changes.0.text": "Say how many disputes.",
  "revision.confidential": "0",
  confidential: "Between us: solid.",
  "revision.recommendation": "0",
  recommendation: "minor",
  "revision.links": "0",
  ...more,
});

/** Sends a form that must be let through. */
export async function send(
  browser: BrowserStandIn,
  path: string,
  form: Record<string, string | string[]>,
): Promise<Response> {
  const answer = await browser.submit(path, form);
  if (answer.status !== 302) throw new Error(`${path} ${form.form}: ${answer.status} ${await answer.text()}`);
  return answer;
}

/** Opens the review of what was submitted, and invites. @returns the assignments' ids, in the order of the reviewers */
export async function openAndInvite(
  server: OnServer & { coordinator: Person; reviewers: readonly Person[] },
  id: string,
  reviewers: readonly Person[] = server.reviewers,
): Promise<string[]> {
  const path = `/contributions/${id}/review`;
  await send(server.coordinator.browser, path, { form: "open", seenStatus: "submitted", seenRound: "0" });
  for (const { id: reviewer } of reviewers)
    await send(server.coordinator.browser, `${path}/reviewers`, { form: "invite", reviewer, junior: "", days: "21" });
  return Promise.all(reviewers.map((reviewer) => openAssignment(server, reviewer.id)));
}

/** The assignment that waits for somebody. */
export async function openAssignment({ services: { db } }: OnServer, personId: string): Promise<string> {
  const row = await db
    .selectFrom("review_assignment")
    .where("person_id", "=", personId)
    .where("state", "in", ["invited", "accepted"])
    .select("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** Accepts, writes and sends a review. */
export async function review(
  browser: BrowserStandIn,
  assignment: string,
  more: Record<string, string | string[]> = {},
  consents: Record<string, string> = {},
): Promise<void> {
  const path = `/reviews/${assignment}`;
  await send(browser, path, { form: "accept-review", conflict: "" });
  await send(browser, path, { form: "review", ...wholeReview(more) });
  await send(browser, `${path}/submit`, { form: "submit-review", ...consents });
}

/** Ends the open round. */
export const decide = (
  browser: BrowserStandIn,
  id: string,
  verb: string,
  round = "1",
  reason = "Because of the reviews.",
) =>
  browser.submit(`/contributions/${id}/review/decide`, {
    ...{ form: "decide", verb, reason, seenStatus: "in-review", seenRound: round },
  });
