import { expect, test } from "vitest";
import { remindReviewers } from "~/domain/reviews/remind-reviewers.server";
import {
  openAndInvite,
  openAssignment,
  review,
  send,
  startReviewServer,
  submitPractice,
} from "../support/review-server";

const day = 24 * 60 * 60_000;

test("a coordinator sees where each invitation stands, and does what is next; what is over cannot be moved", async () => {
  const server = await startReviewServer("open", 1);
  const { author, coordinator, reviewers } = server;
  const { db, now } = server.services;
  const asReviewer = (name: string) => server.person(name, [{ in: "own", reviewer: true }]);
  const [silent, busy, spare] = [await asReviewer("Silas"), await asReviewer("Bela"), await asReviewer("Sparrow")];
  const [writing, leaving] = reviewers;
  const id = await submitPractice(server, author.id);
  const formally = async () =>
    (await (await coordinator.browser.get(`/contributions/${id}/review`)).text()).split('id="open"')[0];
  expect(await formally()).toContain("Every field that must be filled in is.");
  const results = db.updateTable("contribution_field").where("contribution_id", "=", id).where("field", "=", "results");
  await results.set({ value: "" }).execute();
  expect(await formally()).toContain("<li>Results so far</li>");
  await results.set({ value: "Fewer disputes." }).execute();
  await openAndInvite(server, id, [silent, busy, writing, leaving]);
  const path = `/contributions/${id}/review`;
  const task = async (who: { id: string }) => openAssignment(server, who.id);
  const tasks = { silent: await task(silent), busy: await task(busy), writing: await task(writing) };
  const tend = (form: string, assignment: string) => coordinator.browser.submit(path, { form, assignment });
  /** What the list says of somebody. */
  const said = async (name: string) => {
    const page = await (await coordinator.browser.get(path)).text();
    return (page.split("<li").find((line) => line.includes(`>${name}<`)) ?? "").replace(/<[^>]+>/g, " ");
  };
  expect(await said("Silas")).toMatch(/Invited · due on/);

  await send(busy.browser, `/reviews/${tasks.busy}`, {
    ...{ form: "decline-review", reason: "time", note: "In June again.", suggestion: "Wilma of Graz" },
  });
  for (const words of ["Declined", "No time: In June again.", "Suggests: Wilma of Graz"])
    expect(await said("Bela")).toContain(words);
  expect((await tend("remind", tasks.busy)).status, "who declined is not reminded").toBe(409);

  // Reminded by hand, and by the clock once each; overdue from the day after.
  expect((await tend("remind", tasks.silent)).status).toBe(302);
  expect(await said("Silas")).toContain("reminded on");
  await send(writing.browser, `/reviews/${tasks.writing}`, { form: "accept-review", conflict: "" });
  expect(await said("Reva Quillfeather")).toMatch(/Accepted · due on/);
  /** As it is some days before the day until which all were asked. */
  const untilDue = (days: number) =>
    db
      .updateTable("review_assignment")
      .set({ due_on: new Date(now().getTime() + days * day).toISOString().slice(0, 10) })
      .execute();
  await untilDue(6);
  expect(await remindReviewers(db, now()), "there is time yet").toBe(0);
  await untilDue(4);
  expect(await remindReviewers(db, now()), "whose day is near, and who was not reminded by hand").toBe(2);
  expect(await remindReviewers(db, now())).toBe(0);
  expect(await said("Reva Quillfeather")).toContain("reminded on");
  expect(await said("Reva Quillfeather")).not.toContain("overdue");
  await untilDue(-1);
  expect(await remindReviewers(db, now())).toBe(3);
  expect(await remindReviewers(db, now())).toBe(0);
  for (const name of ["Silas", "Reva Quillfeather"]) expect(await said(name)).toContain("overdue");
  expect(await said("Bela")).not.toContain("overdue");
  expect(await (await writing.browser.get("/reviews")).text()).toContain("overdue");
  const queue = await (await coordinator.browser.get("/networks/own/queue")).text();
  expect(queue.indexOf("Silas"), "overdue first").toBeGreaterThan(-1);

  // Replaced, cancelled, submitted, thanked.
  const replacing = { form: "invite", reviewer: spare.id, junior: "", days: "14", replaces: tasks.silent };
  await send(coordinator.browser, `${path}/reviewers`, replacing);
  expect(await said("Silas")).toContain("Replaced");
  expect(await said("Sparrow")).toContain("Invited");
  expect(
    (await silent.browser.submit(`/reviews/${tasks.silent}`, { form: "accept-review", conflict: "" })).status,
  ).toBe(409);
  expect((await tend("cancel", await task(spare))).status).toBe(302);
  expect(await said("Sparrow")).toContain("Cancelled");
  expect((await tend("thank", tasks.writing)).status, "nothing is sent yet").toBe(409);
  await db.updateTable("review_assignment").set({ state: "invited" }).where("id", "=", tasks.writing).execute();
  await review(writing.browser, tasks.writing);
  expect(await said("Reva Quillfeather")).toContain("Review sent");
  expect((await tend("cancel", tasks.writing)).status, "what is sent stands").toBe(409);
  expect((await tend("thank", tasks.writing)).status).toBe(302);
  expect(await said("Reva Quillfeather")).toContain("Thanked");
  const events = await db
    .selectFrom("audit_event")
    .where("subject_kind", "=", "assignment")
    .select(["action", "address"])
    .execute();
  const seen = events.filter(({ action }) => action !== "note-overdue-review" && action !== "remind-reviewer");
  expect(new Set(seen.map(({ address }) => address)), "from where").toEqual(new Set(["127.0.0.1"]));
  expect([...new Set(events.map(({ action }) => action))].sort()).toEqual([
    ...["accept-review", "cancel-review", "decline-review", "invite-reviewer", "note-overdue-review"],
    ...["remind-reviewer", "replace-review", "submit-review", "thank-reviewer"],
  ]);
});
