import { expect, test } from "vitest";
import { publishContribution } from "~/domain/publication/publish-contribution.server";
import { addThread } from "../support/a-thread";
import type { BrowserStandIn } from "../support/browser-stand-in";
import { aPublishable } from "../support/publishable";
import { begin, startWorld, textOf, told } from "../support/thread-world";

test("what is reported waits for the network's coordinators, and everyone learns what they decide", async () => {
  const { server, asker, answerer, coordinator, second, stranger, administrator } = await startWorld();
  const { db } = server.services;
  const membership = { networkId: "own", coordinator: false, reviewer: false };
  const author = { person: { id: answerer.id }, administrator: false, memberships: [membership], cities: [] };
  const id = await aPublishable(db, [author], { fields: { city: "own-city", themes: '["housing"]' } });
  const doer = {
    actor: { ...author, person: { id: coordinator.id }, memberships: [{ ...membership, coordinator: true }] },
    at: server.services.now(),
    address: null,
  };
  const { entryId } = await publishContribution(db, doer, { id, changeNote: null });
  const thread = await begin(asker.browser, `/practices/${entryId}/discussion`, { text: "The mayor is a thief." });
  expect(await told(server, answerer.id), "who wrote the practice").toContain("thread-started !");
  await coordinator.browser.submit(thread, { form: "reply", text: "Kindly, please." });
  await answerer.browser.submit(thread, { form: "reply", quoted: "1", quote: "a thief", text: "I am not!" });

  expect((await stranger.browser.submit(`${thread}/1`, { form: "report", reason: "" })).status).toBe(422);
  const report = { form: "report", reason: "An insult to a person." };
  expect((await stranger.browser.submit(`${thread}/1`, report)).status).toBe(302);
  expect((await stranger.browser.submit(`${thread}/1`, report)).status, "twice is once").toBe(302);
  expect((await asker.browser.submit(`${thread}/2`, { form: "report", reason: "It was mine." })).status).toBe(302);
  const queueOf = (browser: BrowserStandIn) => textOf(browser, "/networks/own/queue");
  expect(await queueOf(second.browser)).toContain(`${thread}/1`);
  expect(await queueOf(second.browser)).toContain(`${thread}/2`);
  expect(await queueOf(coordinator.browser), "nobody judges their own").not.toContain(`${thread}/2`);
  expect(await told(server, second.id)).toEqual(["post-reported !", "post-reported !"]);
  expect(await told(server, coordinator.id)).toContain("post-reported !");
  expect(await textOf(administrator.browser, "/admin/reports")).toContain(`${thread}/1`);
  expect(await textOf(asker.browser, `${thread}/1`), "who wrote it does not learn who reported it").not.toContain(
    "insult",
  );

  const remove = { form: "remove", reason: "It insults a person." };
  expect((await asker.browser.submit(`${thread}/1`, remove)).status).toBe(403);
  expect((await coordinator.browser.submit(`${thread}/2`, { form: "dismiss" })).status).toBe(403);
  expect((await coordinator.browser.submit(`${thread}/1`, remove)).status).toBe(302);
  const slower = await second.browser.submit(`${thread}/1`, remove);
  expect([slower.status, (await slower.text()).includes("It insults a person.")]).toEqual([409, true]);
  expect(await told(server, second.id), "one is still to be decided").toContain("post-reported !");
  expect((await second.browser.submit(`${thread}/2`, { form: "dismiss" })).status).toBe(302);
  expect(await told(server, second.id)).toEqual(["post-reported", "post-reported"]);
  expect(await told(server, coordinator.id), "nor does it wait for another").not.toContain("post-reported !");
  const page = await textOf(server.browser(), thread);
  expect(page).toContain("Removed by a coordinator: It insults a person.");
  expect(page).toContain("Kindly, please.");
  expect(page).not.toContain("thief");
  expect(await told(server, stranger.id)).toEqual(["report-upheld"]);
  expect(await told(server, asker.id)).toEqual([
    "thread-reply !",
    "thread-reply !",
    "message-removed",
    "report-dismissed",
  ]);
  expect(await queueOf(second.browser)).not.toContain(thread);
  const events = await db.selectFrom("audit_event").where("subject_kind", "=", "thread").select("action").execute();
  expect(events.map(({ action }) => action)).toEqual(["remove-message", "dismiss-report"]);

  // Withdrawn, every address of it says so.
  const at = server.services.now().toISOString();
  const { published_at } = await db.selectFrom("entry").where("id", "=", entryId).selectAll().executeTakeFirstOrThrow();
  await db.updateTable("entry").set({ published_at: null }).where("id", "=", entryId).execute();
  await db
    .insertInto("retirement")
    .values({
      entry_id: entryId,
      state: "withdrawn",
      reason: "x",
      retired_at: at,
      first_published_at: published_at ?? at,
    })
    .execute();
  expect((await server.browser().get(`/practices/${entryId}/discussion`)).status).toBe(410);
  expect((await asker.browser.get(thread)).status).toBe(404);
});

test("a report against the only coordinator waits for administrators, who read that message and no other", async () => {
  const { server, asker, coordinator, second, administrator } = await startWorld();
  const { db } = server.services;
  await db.updateTable("membership").set({ coordinator: 0 }).where("person_id", "=", second.id).execute();
  const other = await server.person("Abel Admin", [], { administrator: true });
  const author = { person: { id: asker.id }, administrator: false, memberships: [], cities: [] };
  const contributionId = await aPublishable(db, [author], { status: "in-review", fields: { city: "own-city" } });
  const thread = `/threads/${await addThread(db, { startedBy: asker.id, word: "heronquill", contributionId })}`;
  expect((await coordinator.browser.submit(thread, { form: "reply", text: "You are a fool." })).status).toBe(302);
  const path = `${thread}/2`;
  expect((await administrator.browser.get(path)).status, "nothing is reported").toBe(404);
  const reason = "It is an insult.";
  expect((await asker.browser.submit(path, { form: "report", reason })).status).toBe(302);
  expect(await told(server, coordinator.id)).not.toContain("post-reported !");
  for (const { id } of [administrator, other]) expect(await told(server, id)).toEqual(["post-reported !"]);
  const notice = await textOf(administrator.browser, "/notifications");
  expect(notice).toContain(`href="${path}"`);
  expect(await textOf(administrator.browser, "/admin/reports")).toContain(`href="${path}"`);

  const page = await textOf(administrator.browser, path);
  for (const shown of ["You are a fool.", reason, "You see this message alone"]) expect(page).toContain(shown);
  // Neither who said it, nor who reported it, nor anything else of the review.
  for (const hidden of ["Cora Coordes", "Asta Asker", "Message heronquill", `href="${thread}"`, contributionId])
    expect(page, hidden).not.toContain(hidden);
  for (const closed of [thread, `${thread}/1`, `/contributions/${contributionId}/discussion`])
    expect((await administrator.browser.get(closed)).status, closed).toBe(404);
  expect((await coordinator.browser.submit(path, { form: "dismiss" })).status).toBe(403);
  const remove = { form: "remove", reason: "It insults the author." };
  expect((await administrator.browser.submit(`${thread}/1`, remove)).status).toBe(404);
  const removed = await administrator.browser.submit(path, remove);
  expect([removed.status, removed.headers.get("Location")]).toEqual([302, "/admin/reports"]);
  const slower = await other.browser.submit(path, { ...remove, reason: "Typed at length." });
  expect([slower.status, (await slower.text()).includes("Typed at length.")]).toEqual([409, true]);
  expect(await told(server, asker.id)).toContain("report-upheld");
  expect(await textOf(asker.browser, thread)).toContain("It insults the author.");
  expect(await textOf(administrator.browser, "/admin/reports")).not.toContain(thread);

  // Where there is another coordinator, the review is theirs again.
  await db.updateTable("membership").set({ coordinator: 1 }).where("person_id", "=", second.id).execute();
  expect((await administrator.browser.get(path)).status).toBe(404);
});

test("what became of a report is told to who may still read it, and to nobody who has left the review meanwhile", async () => {
  const { server, asker, answerer, coordinator, second } = await startWorld();
  const { db } = server.services;
  const author = { person: { id: asker.id }, administrator: false, memberships: [], cities: [] };
  const contributionId = await aPublishable(db, [author], { status: "in-review", fields: { city: "own-city" } });
  const thread = `/threads/${await addThread(db, { startedBy: asker.id, word: "heronquill", contributionId })}`;
  const third = await server.person("Carla Coordes", [{ in: "own", coordinator: true }]);
  for (const outcome of ["removed", "dismissed"] as const) {
    const answer = await coordinator.browser.submit(thread, { form: "reply", text: `It will be ${outcome}.` });
    const path = `${thread}/${/#message-(\d+)/.exec(answer.headers.get("Location") ?? "")?.[1]}`;
    await db.updateTable("membership").set({ coordinator: 1 }).where("person_id", "=", second.id).execute();
    for (const { browser } of [second, asker])
      expect((await browser.submit(path, { form: "report", reason: "Not kind." })).status).toBe(302);
    expect((await answerer.browser.submit(path, { form: "report", reason: "x" })).status, "never in it").toBe(404);
    await db.updateTable("membership").set({ coordinator: 0 }).where("person_id", "=", second.id).execute();
    const decided = await third.browser.submit(
      path,
      outcome === "removed" ? { form: "remove", reason: "Unkind." } : { form: "dismiss" },
    );
    expect(decided.status).toBe(302);
  }
  const outcomes = async (id: string) => (await told(server, id)).filter((one) => one.startsWith("report-"));
  expect(await outcomes(asker.id)).toEqual(["report-upheld", "report-dismissed"]);
  expect(await outcomes(second.id)).toEqual([]);
  const open = await db.selectFrom("thread_report").where("outcome", "is", null).select("number").execute();
  expect(open, "the reports of who left are decided like the others").toEqual([]);
});
