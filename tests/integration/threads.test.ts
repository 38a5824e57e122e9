import { expect, test } from "vitest";
import { erasePerson } from "~/domain/people/erase-person.server";
import { mostTelling } from "../support/hostile-texts";
import { aboutPractice, begin, discussion, practice, startWorld, textOf, told } from "../support/thread-world";

const minutes = 60_000;

test("a conversation about a practice: quote, answer, deep link, settle, lock", async () => {
  const { server, asker, answerer, stranger, administrator } = await startWorld();
  const anyone = server.browser();
  expect(await textOf(anyone, practice)).toContain("Begin a discussion about this");
  expect(await textOf(anyone, aboutPractice)).toContain("Sign in to take part");

  const invented = { form: "thread", title: "Mine", text: "Look at this.", quote: "Words that nobody has written" };
  const refused = await asker.browser.submit(aboutPractice, invented);
  const page = await refused.text();
  expect(refused.status).toBe(422);
  for (const kept of ["these words do not stand there", "Words that nobody has written", "Look at this.", "Error:"])
    expect(page).toContain(kept);
  const notMember = await stranger.browser.submit(aboutPractice, { form: "thread", title: "Mine", text: "Mine." });
  expect(notMember.status).toBe(403);
  const unknown = await anyone.submit(aboutPractice, {
    form: "thread",
    title: "Mine",
    text: "Kept although signed out.",
  });
  expect([unknown.status, (await unknown.text()).includes("Kept although signed out.")]).toEqual([401, true]);

  const { summary } = await server.services.db
    .selectFrom("entry")
    .where("id", "=", "douala-participatory-budget")
    .select("summary")
    .executeTakeFirstOrThrow();
  const quote = (summary ?? "").split(/\s+/).slice(0, 5).join(" ");
  await server.services.db
    .insertInto("follow")
    .values({ person_id: stranger.id, kind: "practice", subject_id: "douala-participatory-budget", created_at: "2026" })
    .execute();
  const thread = await begin(asker.browser, aboutPractice, { quote });
  expect(await begin(asker.browser, aboutPractice, { quote }), "sent twice, meant once").toBe(thread);
  expect(await told(server, stranger.id)).toEqual(["thread-started"]);
  const read = await textOf(anyone, thread);
  for (const words of ["A question", "<em>paid</em>", "Asta Asker", "Sign in to take part"])
    expect(read).toContain(words);
  expect(await textOf(anyone, practice)).toContain("1 discussion about this");

  const quoting = await textOf(answerer.browser, `${thread}?quote=1`);
  expect(quoting).toContain("How was it *paid* for?</textarea>");
  const wrong = await answerer.browser.submit(thread, {
    form: "reply",
    quoted: "1",
    quote: "They stole it",
    text: "So?",
  });
  expect([wrong.status, (await wrong.text()).includes("They stole it")]).toEqual([422, true]);
  const answer = { form: "reply", quoted: "1", quote: "How was it paid for", text: "By the city." };
  const sent = await answerer.browser.submit(thread, answer);
  expect(sent.headers.get("Location")).toBe(`${thread}#message-2`);
  expect(await textOf(anyone, thread)).toMatch(/id="message-2"[\s\S]*How was it paid for[\s\S]*By the city\./);
  expect(await told(server, asker.id)).toEqual(["thread-reply !"]);
  expect(await told(server, answerer.id), "nobody is told of their own").toEqual([]);

  expect((await answerer.browser.submit(thread, { form: "resolve" })).status, "it is not theirs").toBe(403);
  expect((await asker.browser.submit(thread, { form: "resolve" })).status).toBe(302);
  const again = await asker.browser.submit(thread, { form: "resolve" });
  expect([again.status, (await again.text()).includes("done already")]).toEqual([409, true]);
  expect(await textOf(anyone, aboutPractice)).toContain("Settled");
  await administrator.browser.submit(thread, { form: "lock" });
  const late = await answerer.browser.submit(thread, { form: "reply", text: "One more thing, at length." });
  expect([late.status, (await late.text()).includes("One more thing, at length.")]).toEqual([409, true]);
  await administrator.browser.submit(thread, { form: "unlock" });
  expect((await answerer.browser.submit(thread, { form: "reply", text: "One more thing." })).status).toBe(302);
  const actions = await server.services.db.selectFrom("audit_event").select(["action", "subject_kind"]).execute();
  expect(actions.filter(({ subject_kind }) => subject_kind === "thread").map(({ action }) => action)).toEqual([
    ...["resolve-thread", "lock-thread", "unlock-thread"],
  ]);
  const missing = ["/threads/nothing", `${thread}/99`, `${thread}/x`];
  for (const path of missing) expect((await asker.browser.get(path)).status, path).toBe(404);
  expect((await anyone.get("/practices/hrgl-2023/discussion")).status).toBe(404);
  // Nothing that is said here is found by a search.
  await server.services.syncIndex();
  expect(await textOf(anyone, "/api/v1/search?q=%22By+the+city%22")).not.toContain(thread);
});

test("one's own message is mended for half an hour, and taken back with the words that others quote", async () => {
  const { server, asker, answerer } = await startWorld();
  const thread = await begin(asker.browser, discussion);
  const seenIn = (page: string) => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const seen = seenIn(await textOf(asker.browser, `${thread}/1`));
  const edit = (text: string, as = seen) => asker.browser.submit(`${thread}/1`, { form: "edit", text, seen: as });
  expect((await edit("Who paid for it?")).status).toBe(302);
  const stale = await edit("Typed in another window");
  expect([stale.status, (await stale.text()).includes("Typed in another window")]).toEqual([409, true]);
  expect((await answerer.browser.submit(`${thread}/1`, { form: "edit", text: "Theirs", seen })).status).toBe(403);
  await answerer.browser.submit(thread, { form: "reply", quoted: "1", quote: "Who paid", text: "The city." });
  const now = seenIn(await textOf(asker.browser, `${thread}/1`));
  server.wait(31 * minutes);
  expect((await edit("Too late", now)).status).toBe(409);
  expect((await asker.browser.submit(`${thread}/1`, { form: "take-back" })).status).toBe(422);
  expect((await asker.browser.submit(`${thread}/1`, { form: "take-back", sure: "yes" })).status).toBe(302);
  const page = await textOf(server.browser(), thread);
  expect(page).toContain("has taken it back");
  expect(page).toContain("The city.");
  for (const gone of ["Who paid", "A question"]) expect(page).not.toContain(gone);
  const rows = await server.services.db.selectFrom("thread_message").selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain("Who paid");
});

test("texts that want to be more than text are text, wherever they stand", async () => {
  const { server, asker, answerer, coordinator } = await startWorld();
  const hostile = mostTelling.map((text) => text.replace(/[\u2028\n]/g, " "));
  const name = hostile[0] ?? "";
  await server.services.db.updateTable("person").set({ name }).where("id", "=", asker.id).execute();
  const thread = await begin(asker.browser, discussion, {
    title: hostile.join("").slice(0, 150),
    text: hostile.join("\n\n"),
  });
  await answerer.browser.submit(thread, { form: "reply", quoted: "1", quote: "alert(1)", text: hostile.join(" ") });
  await answerer.browser.submit(`${thread}/1`, { form: "report", reason: hostile.join(" ").slice(0, 900) });
  await coordinator.browser.submit(thread, { form: "lock" });
  const pages = [thread, `${thread}/1`, `${thread}?quote=1`, discussion, "/admin/reports"];
  for (const path of pages) {
    const page = await textOf(asker.browser, path);
    for (const tag of [
      "<script>alert",
      "onerror=alert",
      "onload=alert",
      'href="javascript',
      "<iframe",
      "<object",
      "<svg onload",
      "<svg/onload",
      "<math",
    ])
      expect(
        page
          .replace(/&lt;[\s\S]*?&gt;/g, "")
          .toLowerCase()
          .includes(tag),
        `${path}: ${tag}`,
      ).toBe(false);
  }
});

test("who writes without end is stopped, and loses nothing", async () => {
  const { server, asker } = await startWorld();
  const thread = await begin(asker.browser, discussion);
  for (let number = 2; number <= 30; number++)
    expect((await asker.browser.submit(thread, { form: "reply", text: `No. ${number}` })).status).toBe(302);
  const refused = await asker.browser.submit(thread, { form: "reply", text: "No. 31" });
  expect([refused.status, (await refused.text()).includes("No. 31")]).toEqual([429, true]);
  // Each page holds twenty, and links lead to the right one.
  expect(await textOf(asker.browser, thread)).not.toContain('id="message-21"');
  expect(await textOf(asker.browser, `${thread}?page=2`)).toContain('id="message-21"');
  server.wait(61 * minutes);
  const sent = await asker.browser.submit(thread, { form: "reply", text: "No. 31" });
  expect(sent.headers.get("Location")).toBe(`${thread}?page=2#message-31`);
});

test("an account takes its words with it, and leaves those without a name to which others answered", async () => {
  const { server, asker, answerer } = await startWorld();
  const { db } = server.services;
  const answered = await begin(asker.browser, discussion, { title: "Answered" });
  await answerer.browser.submit(answered, { form: "reply", text: "Like this." });
  const alone = await begin(asker.browser, discussion, { title: "Unheard", text: "Is nobody there?" });
  await asker.browser.submit(`${answered}/2`, { form: "report", reason: "Too short." });
  const exported = (await (await asker.browser.get("/account/export.json")).json()) as Record<string, object[]>;
  expect(exported.messages).toMatchObject([
    { number: 1, text: "How was it *paid* for?", began_as: "Answered", about_entry: "hrgl-2023/recommendation-8" },
    { text: "Is nobody there?" },
  ]);
  expect(exported.reports).toMatchObject([{ number: 2, reason: "Too short.", outcome: null }]);
  await erasePerson(
    db,
    { actor: null, at: server.services.now(), address: null },
    { personId: asker.id, pseudonym: null },
  );
  const page = await textOf(server.browser(), answered);
  expect(page).toContain("How was it");
  expect(page).toContain("Somebody whose account is gone");
  expect(page).not.toContain("Asta");
  expect((await answerer.browser.get(alone)).status).toBe(404);
});
