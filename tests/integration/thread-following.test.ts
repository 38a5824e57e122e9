import { expect, test } from "vitest";
import { addThread } from "../support/a-thread";
import { aPublishable } from "../support/publishable";
import { begin, discussion, startWorld, textOf, told } from "../support/thread-world";

test("a discussion is followed by itself: each message is told once, and no more to who has left", async () => {
  const { server, asker, answerer, second, stranger } = await startWorld();
  const thread = await begin(asker.browser, discussion);
  const say = (text: string, by = answerer) => by.browser.submit(thread, { form: "reply", text });
  expect(await textOf(server.browser(), thread)).not.toContain('value="follow"');
  expect(await textOf(stranger.browser, thread)).toContain("You are not told of new messages.");
  for (const browser of [stranger.browser, stranger.browser, second.browser])
    expect((await browser.submit(thread, { form: "follow" })).headers.get("Location")).toBe(thread);
  expect(await textOf(stranger.browser, thread)).toContain("You are told of each new message.");
  expect(await textOf(stranger.browser, "/following")).toContain(`href="${thread}"`);
  await say("The first.");
  await say("The second.");
  expect(await told(server, stranger.id)).toEqual(["thread-news", "thread-news"]);
  expect(await told(server, asker.id)).toEqual(["thread-reply !", "thread-reply !"]);
  // Who follows and then writes is told as one who wrote, once.
  await say("Mine.", second);
  await say("The third.");
  expect(await told(server, second.id)).toEqual(["thread-news", "thread-news", "thread-reply"]);

  // Leaving holds for who began it, too, and writing again does not undo it.
  for (const { browser } of [stranger, asker]) await browser.submit(thread, { form: "unfollow" });
  const before = [await told(server, stranger.id), await told(server, asker.id)];
  await say("My own.", asker);
  await say("The fourth.");
  expect([await told(server, stranger.id), await told(server, asker.id)]).toEqual(before);
  expect(await textOf(stranger.browser, "/following")).not.toContain(thread);
  await asker.browser.submit(thread, { form: "follow" });
  await say("The fifth.");
  expect((await told(server, asker.id)).length).toBe((before[1]?.length ?? 0) + 1);
  const exported = (await (await asker.browser.get("/account/export.json")).json()) as Record<string, object[]>;
  expect(JSON.stringify(exported)).toContain(thread.split("/")[2]);
});

test("a discussion of a submission is followed by who takes part in its review, and tells nobody else", async () => {
  const { server, asker, answerer, coordinator, second } = await startWorld();
  const { db } = server.services;
  const author = { person: { id: asker.id }, administrator: false, memberships: [], cities: [] };
  const contributionId = await aPublishable(db, [author], { status: "in-review", fields: { city: "own-city" } });
  const thread = `/threads/${await addThread(db, { startedBy: asker.id, word: "heronquill", contributionId })}`;
  expect((await answerer.browser.submit(thread, { form: "follow" })).status).toBe(404);
  expect((await second.browser.submit(thread, { form: "follow" })).status).toBe(302);
  await coordinator.browser.submit(thread, { form: "reply", text: "Thank you." });
  expect(await told(server, second.id)).toEqual(["thread-news"]);
  expect(await textOf(second.browser, "/following")).toContain(thread);
  // Who is no coordinator any more is told nothing, and finds it nowhere.
  await db.updateTable("membership").set({ coordinator: 0 }).where("person_id", "=", second.id).execute();
  await coordinator.browser.submit(thread, { form: "reply", text: "And this." });
  expect(await told(server, second.id)).toEqual(["thread-news"]);
  expect(await textOf(second.browser, "/following")).not.toContain(thread);
});
