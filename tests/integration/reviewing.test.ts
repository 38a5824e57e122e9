import { expect, test } from "vitest";
import {
  decide,
  openAndInvite,
  openAssignment,
  type ReviewServer,
  review,
  send,
  startReviewServer,
  submitPractice,
  wholeReview,
} from "../support/review-server";

const statusOf = async ({ services: { db } }: ReviewServer, id: string) =>
  (await db.selectFrom("contribution").where("id", "=", id).select("status").executeTakeFirstOrThrow()).status;

const kindsFor = async ({ services: { db } }: ReviewServer, personId: string) =>
  (await db.selectFrom("notification").where("person_id", "=", personId).orderBy("id").select("kind").execute()).map(
    ({ kind }) => kind,
  );

test("a practice is reviewed, changed, reviewed again and accepted; confirmed links rise", async () => {
  const server = await startReviewServer();
  const { author, coordinator, second, reviewers } = server;
  const { db } = server.services;
  const id = await submitPractice(server, author.id);
  const at = server.services.now().toISOString();
  for (const tool of ["tool-a", "tool-b"]) {
    const entry = { id: tool, kind: "tool", title: tool, language: "en" } as const;
    await db
      .insertInto("entry")
      .values({ ...entry, published_at: at, created_at: at, updated_at: at })
      .execute();
    await db
      .insertInto("contribution_link")
      .values({ contribution_id: id, to_id: tool, type: "uses", evidence: "claimed", note: null })
      .execute();
  }
  const path = `/contributions/${id}/review`;
  const [first = "", other = ""] = await openAndInvite(server, id);
  const early = await decide(coordinator.browser, id, "accept");
  expect(early.status, "before the reviews are in").toBe(422);

  const invitation = await (await reviewers[0].browser.get(`/reviews/${first}`)).text();
  expect(invitation).toContain("Two offices settle disputes.");
  expect(invitation, "the text is for who accepts").not.toContain("Two mediators listen.");
  expect((await reviewers[0].browser.get(`/reviews/${first}/text`)).status).toBe(404);
  expect((await reviewers[1].browser.get(`/reviews/${first}`)).status, "it is for one person").toBe(404);
  await review(reviewers[0].browser, first, {
    links: ["uses tool-a"],
    "changes.1.kind": "strengthening",
    "changes.1.text": "Tell more of it.",
  });
  expect(await (await reviewers[0].browser.get(`/reviews/${first}`)).text()).toContain("You have sent this review");
  const before = await (await author.browser.get(path)).text();
  expect(before, "authors read reviews after the decision").not.toContain("Say how many disputes.");
  expect((await decide(coordinator.browser, id, "accept")).status, "one of two").toBe(422);
  await review(reviewers[1].browser, other);
  expect(await kindsFor(server, coordinator.id)).toContain("reviews-complete");

  const decided = await decide(coordinator.browser, id, "request-changes");
  expect(decided.status).toBe(302);
  const late = await decide(second.browser, id, "decline", "1", "My own <reason>");
  expect(late.status, "somebody else has decided").toBe(409);
  const lateText = await late.text();
  expect(lateText).toContain("Decided by Corinna Coordes");
  expect(lateText, "what was typed stays").toContain("My own &lt;reason&gt;");
  expect(await statusOf(server, id)).toBe("changes-requested");
  expect(await kindsFor(server, author.id)).toContain("changes-requested");

  const answerPage = await (await author.browser.get(`${path}/answer`)).text();
  expect(answerPage).toContain("Say how many disputes.");
  expect(answerPage).not.toContain("Between us");
  const tooEarly = await author.browser.submit(`${path}/answer`, { form: "resubmit" });
  expect(tooEarly.status, "critical changes want an answer").toBe(422);
  const names = [...answerPage.matchAll(/name="(response\.[\w-]+)"/g)].map(([, name = ""]) => name);
  expect(names).toHaveLength(3);
  await send(author.browser, `${path}/answer`, {
    form: "responses",
    ...Object.fromEntries(names.map((name) => [name, "We counted them: 12."])),
  });
  const edit = await (await author.browser.get(`/contributions/${id}/edit`)).text();
  const revision = /name="revision\.results" value="(\d+)"/.exec(edit)?.[1] ?? "";
  await send(author.browser, `/contributions/${id}/edit`, {
    form: "edit",
    "revision.results": revision,
    results: "Twelve fewer disputes.",
  });
  const reading = await (await reviewers[0].browser.get(`/reviews/${first}/text`)).text();
  expect(reading, "what was reviewed does not change under the reviewer").toContain("Fewer disputes.");
  await send(author.browser, `${path}/answer`, { form: "resubmit" });
  expect(await statusOf(server, id)).toBe("in-review");
  expect((await author.browser.get(`/contributions/${id}/edit`)).status).toBe(404);

  const again = await openAssignment(server, reviewers[0].id);
  const alsoAgain = await openAssignment(server, reviewers[1].id);
  expect(again).not.toBe(first);
  await send(reviewers[0].browser, `/reviews/${again}`, { form: "accept-review", conflict: "" });
  const changed = (await (await reviewers[0].browser.get(`/reviews/${again}/changed`)).text()).replace(/<[^>]+>/g, "");
  expect(changed).toContain("We counted them: 12.");
  expect(changed).toMatch(/Twelve/);
  await send(reviewers[0].browser, `/reviews/${again}`, {
    form: "review",
    ...wholeReview({ recommendation: "accept", links: ["uses tool-a"] }),
  });
  await send(reviewers[0].browser, `/reviews/${again}/submit`, { form: "submit-review" });
  await review(reviewers[1].browser, alsoAgain, { recommendation: "accept" });
  expect((await decide(coordinator.browser, id, "accept", "2", "")).status).toBe(302);
  expect(await statusOf(server, id)).toBe("accepted");
  const links = await db.selectFrom("contribution_link").orderBy("to_id").select(["to_id", "evidence"]).execute();
  expect(links).toEqual([
    { to_id: "tool-a", evidence: "peer-confirmed" },
    { to_id: "tool-b", evidence: "claimed" },
  ]);
  await send(coordinator.browser, path, { form: "thank", assignment: again });
  expect(await kindsFor(server, reviewers[0].id)).toContain("review-thanked");
  const thanks = await coordinator.browser.submit(path, { form: "thank", assignment: again });
  expect(thanks.status, "thanked once").toBe(409);
});

test("a reviewer cannot review a practice of their own city, of a colleague's, or their own", async () => {
  const server = await startReviewServer();
  const { db } = server.services;
  const { author, coordinator, reviewers } = server;
  const id = await submitPractice(server, author.id);
  await openAndInvite(server, id, []);
  const path = `/contributions/${id}/review/reviewers`;
  const invite = (reviewer: string, more = {}) =>
    coordinator.browser.submit(path, { form: "invite", reviewer, junior: "", days: "21", despite: "yes", ...more });
  await db.updateTable("person").set({ city_id: "own-city" }).where("id", "=", reviewers[0].id).execute();
  const blocked = await invite(reviewers[0].id);
  expect(blocked.status).toBe(422);
  const text = await blocked.text();
  expect(text).toContain("a conflict of interest stands against it");
  expect(text).toContain("it is about their own city");
  expect((await invite(author.id)).status, "an author").toBe(422);
  expect((await invite(coordinator.id)).status, "oneself").toBe(403);
  await db.updateTable("person").set({ city_id: null }).where("id", "=", reviewers[0].id).execute();
  expect((await invite(reviewers[0].id)).status).toBe(302);
  expect((await invite(reviewers[0].id)).status, "asked already").toBe(422);
  const assignment = await openAssignment(server, reviewers[0].id);
  await db.updateTable("person").set({ city_id: "own-city" }).where("id", "=", reviewers[0].id).execute();
  const accepted = await reviewers[0].browser.submit(`/reviews/${assignment}`, { form: "accept-review", conflict: "" });
  expect(accepted.status, "a conflict that came up since").toBe(422);
  await send(reviewers[0].browser, `/reviews/${assignment}`, {
    form: "decline-review",
    ...{ reason: "conflict", note: "It is my city.", suggestion: "Ask Rolf." },
  });
  await db.updateTable("person").set({ city_id: null }).where("id", "=", reviewers[0].id).execute();
  const declared = await invite(reviewers[0].id);
  expect([declared.status, (await declared.text()).includes("has declared a conflict")]).toEqual([422, true]);
  const page = await (await coordinator.browser.get(`/contributions/${id}/review`)).text();
  expect(page).toContain("Ask Rolf.");
  expect(page).toContain("It is my city.");
  // Same city as an author: a warning, which the coordinator reads.
  await db.updateTable("person").set({ city_id: "own-city" }).where("id", "=", author.id).execute();
  await server.city("far-city", []);
  await db.updateTable("person").set({ city_id: "far-city" }).where("id", "in", [author.id, reviewers[1].id]).execute();
  expect((await invite(reviewers[1].id, { despite: "" })).status).toBe(422);
  expect((await invite(reviewers[1].id)).status).toBe(302);
});

test("a form of a review loses nothing: wrong fields come back, an ended session keeps all, a junior does not send", async () => {
  const server = await startReviewServer("open", 1);
  const { author, coordinator, reviewers } = server;
  const junior = await server.person("Juno", [{ in: "own" }]);
  const id = await submitPractice(server, author.id);
  await openAndInvite(server, id, []);
  await send(coordinator.browser, `/contributions/${id}/review/reviewers`, {
    form: "invite",
    ...{ reviewer: reviewers[0].id, junior: junior.id, days: "14" },
  });
  const [senior, learner] = [await openAssignment(server, reviewers[0].id), await openAssignment(server, junior.id)];
  for (const [who, assignment] of [
    [reviewers[0], senior],
    [junior, learner],
  ] as const)
    await send(who.browser, `/reviews/${assignment}`, { form: "accept-review", conflict: "" });
  const wrong = await reviewers[0].browser.submit(`/reviews/${senior}`, {
    form: "review",
    ...wholeReview({
      "score.evidence": "9",
      strengths: "turned \u202e <b>round</b>",
      links: "uses nothing",
      recommendation: "",
    }),
  });
  const text = await wrong.text();
  expect(wrong.status).toBe(422);
  expect(text).toContain("<title>Error:");
  expect(text).toContain('href="#review-score.evidence"');
  expect(text).toContain("turned \u202e &lt;b&gt;round&lt;/b&gt;");
  const ended = await server
    .browser()
    .submit(`/reviews/${senior}`, { form: "review", ...wholeReview({ strengths: "Long & dear" }) });
  expect([ended.status, (await ended.text()).includes("Long &amp; dear")]).toEqual([401, true]);
  // The junior writes on what the senior has not seen: both texts stand.
  await send(junior.browser, `/reviews/${learner}`, {
    form: "review",
    "revision.strengths": "0",
    strengths: "By Juno",
  });
  const both = await reviewers[0].browser.submit(`/reviews/${senior}`, {
    form: "review",
    ...{ "revision.strengths": "0", strengths: "By Reva" },
  });
  const shown = await both.text();
  expect(both.status).toBe(409);
  expect(shown).toContain("By Juno");
  expect(shown).toContain("By Reva");
  const script = await junior.browser.submit(`/reviews/${learner}/save`, {
    ...{ "revision.score.evidence": "0", "score.evidence": "4" },
  });
  expect(await script.json()).toMatchObject({ value: "4" });
  expect((await server.browser().submit(`/reviews/${learner}/save`, {})).status).toBe(401);
  expect((await junior.browser.get(`/reviews/${learner}/submit`)).status, "the senior sends").toBe(404);
  const missing = await reviewers[0].browser.submit(`/reviews/${senior}/submit`, { form: "submit-review" });
  const list = await missing.text();
  expect(missing.status).toBe(422);
  expect(list).toContain(`href="/reviews/${senior}#review-recommendation"`);
  const page = await (await reviewers[0].browser.get(`/reviews/${senior}`)).text();
  const revisions = Object.fromEntries(
    [...page.matchAll(/name="(revision\.[\w.]+)" value="(\d+)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  await send(reviewers[0].browser, `/reviews/${senior}`, { form: "review", ...wholeReview(), ...revisions });
  await send(reviewers[0].browser, `/reviews/${senior}/submit`, { form: "submit-review", signs: "yes" });
  const states = await server.services.db
    .selectFrom("review_assignment")
    .select(["part", "state"])
    .orderBy("part")
    .execute();
  expect(states, "both are credited").toEqual([
    { part: "junior", state: "submitted" },
    { part: "senior", state: "submitted" },
  ]);
  const again = await reviewers[0].browser.submit(`/reviews/${senior}`, { form: "review", ...wholeReview() });
  expect(again.status, "what was sent is not written on").toBe(409);
});

test("nobody decides on their own work, and what was returned tells why", async () => {
  const server = await startReviewServer();
  const { coordinator, second } = server;
  const id = await submitPractice(server, coordinator.id);
  const path = `/contributions/${id}/review`;
  const seen = { seenStatus: "submitted", seenRound: "0" };
  expect((await coordinator.browser.submit(path, { form: "open", ...seen })).status).toBe(403);
  expect((await coordinator.browser.submit(path, { form: "accept-unreviewed", reason: "", ...seen })).status).toBe(403);
  expect(
    (await second.browser.submit(path, { form: "accept-unreviewed", reason: "", ...seen })).status,
    "the policy",
  ).toBe(403);
  expect((await second.browser.submit(path, { form: "return", reason: "", ...seen })).status).toBe(422);
  await send(second.browser, path, { form: "return", reason: "Please name the city.", ...seen });
  const note = await (await coordinator.browser.get(path)).text();
  expect(note).toContain("Please name the city.");
  expect((await coordinator.browser.get(`/contributions/${id}/edit`)).status).toBe(200);
  const late = await second.browser.submit(path, { form: "decline", reason: "No.", ...seen });
  expect([late.status, (await late.text()).includes("Decided by Conrad Coordes")]).toEqual([409, true]);
});
