import { expect, test } from "vitest";
import { mailNews } from "~/domain/notifications/mail-news.server";
import { remindReviewers } from "~/domain/reviews/remind-reviewers.server";
import {
  decide,
  openAndInvite,
  openAssignment,
  review,
  send,
  startReviewServer,
  submitPractice,
  wholeReview,
} from "../support/review-server";

const day = 24 * 60 * 60_000;

test("what somebody has dealt with waits for nobody else, on the page or by mail", async () => {
  const server = await startReviewServer("open", 1);
  const { author, coordinator, second, reviewers } = server;
  const { db, now, postman } = server.services;
  const spare = await server.person("Sparrow Spareman", [{ in: "own", reviewer: true }]);
  const waitsFor = async ({ id }: { id: string }) =>
    (
      await db
        .selectFrom("notification")
        .where("person_id", "=", id)
        .where("waits", "=", 1)
        .where("read_at", "is", null)
        .orderBy("id")
        .select("kind")
        .execute()
    ).map(({ kind }) => kind);

  const id = await submitPractice(server, author.id);
  await db.updateTable("contribution").set({ status: "draft" }).execute();
  const submit = () => send(author.browser, `/contributions/${id}/submit`, { form: "submit", network: "own" });
  await submit();
  await send(author.browser, `/contributions/${id}/submit`, { form: "withdraw" });
  expect(await waitsFor(second), "taken back").toEqual([]);
  await submit();
  expect(await waitsFor(second)).toEqual(["contribution-submitted"]);
  const unread = async () => (await second.browser.get("/notifications?unread")).text();
  expect(await unread()).toContain("was submitted to your network");

  await openAndInvite(server, id);
  expect(await waitsFor(second), "the first coordinator has begun the review").toEqual([]);
  expect(await unread()).not.toContain("was submitted to your network");
  expect(await (await second.browser.get("/notifications")).text(), "it is still told").toContain(
    "was submitted to your network",
  );

  const [declining, writing] = reviewers;
  expect(await waitsFor(declining)).toEqual(["review-invited"]);
  const declined = { form: "decline-review", reason: "time", note: "", suggestion: "" };
  await send(declining.browser, `/reviews/${await openAssignment(server, declining.id)}`, declined);
  expect(await waitsFor(declining)).toEqual([]);
  expect(await waitsFor(second)).toEqual(["review-declined"]);
  const invitation = { form: "invite", reviewer: spare.id, junior: "", days: "21" };
  await send(coordinator.browser, `/contributions/${id}/review/reviewers`, invitation);
  expect(await waitsFor(second), "somebody else was asked").toEqual([]);

  const task = await openAssignment(server, writing.id);
  await send(writing.browser, `/reviews/${task}`, { form: "accept-review", conflict: "" });
  await remindReviewers(db, new Date(now().getTime() + 40 * day));
  expect(await waitsFor(writing)).toEqual(["review-overdue"]);
  expect(await waitsFor(second)).toEqual(["review-overdue", "review-overdue"]);
  await send(writing.browser, `/reviews/${task}`, { form: "review", ...wholeReview() });
  await send(writing.browser, `/reviews/${task}/submit`, { form: "submit-review" });
  expect(await waitsFor(writing)).toEqual([]);
  expect(await waitsFor(second), "the other one is still late").toEqual([
    "review-overdue",
    "review-overdue",
    "reviews-complete",
  ]);
  const spareTask = await openAssignment(server, spare.id);
  await send(coordinator.browser, `/contributions/${id}/review`, { form: "cancel", assignment: spareTask });
  expect(await waitsFor(spare)).toEqual([]);
  expect(await waitsFor(second)).toEqual(["reviews-complete"]);
  expect((await decide(coordinator.browser, id, "request-changes")).status).toBe(302);
  expect(await waitsFor(second), "the first coordinator has decided").toEqual([]);
  expect(await waitsFor(author)).toEqual(["changes-requested"]);

  const answers = `/contributions/${id}/review/answer`;
  const page = await (await author.browser.get(answers)).text();
  const names = [...page.matchAll(/name="(response\.[\w-]+)"/g)].map(([, name = ""]) => [name, "Twelve."]);
  await send(author.browser, answers, { form: "responses", ...Object.fromEntries(names) });
  await send(author.browser, answers, { form: "resubmit" });
  expect(await waitsFor(author)).toEqual([]);
  expect(await waitsFor(second)).toEqual(["contribution-resubmitted"]);

  await mailNews(db, { rhythm: "now", origin: server.origin }, now());
  await postman.deliver();
  const mail = server.mails.filter(({ to }) => to.includes(second.email)).map(({ text }) => text);
  expect(mail).toHaveLength(1);
  expect(mail[0]).toContain("was submitted again");
  expect(mail[0]).not.toMatch(/was submitted to your network|overdue|All reviews/);

  await review(writing.browser, await openAssignment(server, writing.id));
  expect((await decide(second.browser, id, "accept", "2")).status).toBe(302);
  expect(await waitsFor(coordinator)).toEqual([]);
});
