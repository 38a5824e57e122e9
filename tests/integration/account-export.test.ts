import { sql } from "kysely";
import { expect, test } from "vitest";
import { decide, openAndInvite, review, send, startReviewServer, submitPractice } from "../support/review-server";

/** Where the export tells of each column that names a person; a text in brackets says why it does not. */
const told: Record<string, string> = {
  "api_token.person_id": "api_tokens",
  "call.created_by": "calls_made",
  "city_official.granted_by": "done",
  "city_official.person_id": "speaks_for",
  "collection.created_by": "collections_made",
  "contribution_author.person_id": "contributions",
  "contribution_change.saved_by": "contributions",
  "contribution_field.saved_by": "contributions",
  "contribution_file.added_by": "contributions",
  "document_draft.created_by": "documents_read_in",
  "edition.edited_by": "edited",
  "edition.taken_back_by": "done",
  "fact_check.answered_by": "fact_checks_answered",
  "fact_check.asked_by": "done",
  "feature.featured_by": "featured",
  "follow.person_id": "follows",
  "invitation.accepted_by": "invitations",
  "invitation.invited_by": "done",
  "known_device.person_id": "known_browsers",
  "mail.person_id": "mails",
  "mail_choice.person_id": "mail_choice",
  "membership.decided_by": "done",
  "membership.person_id": "memberships",
  "notification.person_id": "notifications",
  "one_time_token.person_id": "email_change_asked",
  "person_expertise.person_id": "profile",
  "person_language.person_id": "profile",
  "recovery_code.person_id": "(a secret)",
  "requested_change.responded_by": "answers_to_reviewers",
  "review_agreement.said_by": "agreed_to_publish_reviews",
  "review_assignment.invited_by": "done",
  "review_assignment.person_id": "reviews",
  "review_change.saved_by": "reviews",
  "review_decision.decided_by": "decisions",
  "review_field.saved_by": "reviews",
  "rubric.saved_by": "rubrics",
  "saved_search.person_id": "saved_searches",
  "second_factor.person_id": "account",
  "session.person_id": "sessions",
  "thread.started_by": "messages",
  "thread_follow.person_id": "followed_threads",
  "thread_message.writer_id": "messages",
  "thread_report.decided_by": "done",
  "thread_report.reporter_id": "reports",
  "unsubscribe_token.person_id": "(a secret)",
  "version_credit.person_id": "credited_for",
};

test("the export of an account has a place for every column of the database that names a person", async () => {
  const server = await startReviewServer();
  const { rows } = await sql<{ at: string }>`
    select t.name || '.' || f."from" as at
    from sqlite_master t join pragma_foreign_key_list(t.name) f
    where t.type = 'table' and f."table" = 'person' and f.id is not null
  `.execute(server.services.db);
  const composed = ["city_official.person_id"];
  expect([...rows.map(({ at }) => at), ...composed].sort(), "say where it is told").toEqual(Object.keys(told).sort());
  const account = await (await server.author.browser.get("/account/export.json")).json();
  const places = Object.values(told).filter((place) => !place.startsWith("("));
  expect(Object.keys(account)).toEqual(expect.arrayContaining(places));
});

test("invitations, an address that waits, what was decided and what was answered are the person's to take along", async () => {
  const server = await startReviewServer("open", 1);
  const { author, coordinator, reviewers } = server;
  await send(coordinator.browser, "/networks/own/invitations", {
    ...{ form: "invite", emails: author.email, roles: ["reviewer"] },
  });
  const { db, now } = server.services;
  const waiting = { hash: "x", purpose: "change-email" as const, person_id: author.id, email: "new.one@city.example" };
  const at = now().toISOString();
  await db
    .insertInto("one_time_token")
    .values({ ...waiting, created_at: at, expires_at: "2999-01-01T00:00:00.000Z" })
    .execute();
  const id = await submitPractice(server, author.id);
  const file = { contribution_id: id, name: "plan.txt", media_type: "text/plain", bytes: 1, sha256: "0".repeat(64) };
  await db
    .insertInto("contribution_file")
    .values({ id: "f", ...file, caption: "The plan of 2020", added_by: author.id, added_at: at })
    .execute();
  const [assignment = ""] = await openAndInvite(server, id, [reviewers[0]]);
  await review(reviewers[0].browser, assignment);
  expect((await decide(coordinator.browser, id, "request-changes", "1", "Say who paid for it.")).status).toBe(302);

  const own = await (await author.browser.get("/account/export.json")).json();
  expect(own).toMatchObject({
    invitations: [{ network: "own", reviewer: 1, accepted_at: null }],
    email_change_asked: { to: "new.one@city.example" },
    contributions: [{ id, files: [{ name: "plan.txt", caption: "The plan of 2020", by_me: true }] }],
    decisions: [],
  });
  const chiefs = await (await coordinator.browser.get("/account/export.json")).json();
  expect(chiefs.decisions).toMatchObject([
    { contribution: id, verb: "request-changes", reason: "Say who paid for it." },
  ]);
  expect(chiefs.invitations).toEqual([]);
});
