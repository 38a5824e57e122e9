import { expect, test } from "vitest";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { createServices } from "~/services.server";
import { addCity } from "../support/contribution-server";
import { aLibrary, expectInStep, found, lastEdition, seenOn, textOf } from "../support/edited-library";
import { startNetworkServer } from "../support/network-server";
import { aPublishable } from "../support/publishable";

test("a term is renamed in three languages, found by its new name at once, and taken back", async () => {
  const { server, db, browser, other, reader } = await aLibrary();
  const path = "/vocabularies/theme/budgeting/edit";
  expect(await textOf(reader.get("/vocabularies/theme"))).toContain("Raising, allocating, spending");
  const seen = await seenOn(browser, path, "term");
  const term = {
    ...{
      ...JSON.parse(seen),
      form: "term",
      label_en: "Quillbudgets",
      label_fr: "Plumebudgets",
      label_es: "Plumapresupuestos",
    },
    ...{ description: "Money.", description_fr: "De l’argent.", seen },
  };
  const empty = await browser.submit(path, { ...term, label_fr: " " });
  expect(empty.status).toBe(422);
  expect(await empty.text()).toContain("Quillbudgets");
  expect(await found(server, "Plumebudgets")).not.toContain("participatory-budgeting");

  expect((await browser.submit(path, term)).headers.get("Location")).toBe(`${path}?saved`);
  expect(await found(server, "Plumebudgets")).toContain("participatory-budgeting");
  await expectInStep(server);
  expect(await textOf(reader.get("/tools/participatory-budgeting"))).toContain("Quillbudgets");
  const french = await textOf(reader.get("/vocabularies/theme?lang=fr"));
  expect(french).toContain("De l’argent.");

  // Somebody who opened the page before does not write over it unseen: both texts are there.
  const late = await other.submit(path, { ...term, label_en: "Slow budgets" });
  expect(late.status).toBe(409);
  const both = await late.text();
  expect(both).toContain("Slow budgets");
  expect(both).toContain("Quillbudgets");
  expect(both).toContain("<title>Error:");
  // A field that nobody else touched is no conflict.
  const aside = await other.submit(path, { ...JSON.parse(seen), form: "term", description_es: "Dinero.", seen });
  expect(aside.status).toBe(302);
  const row = await db.selectFrom("term").where("code", "=", "budgeting").selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ label_en: "Quillbudgets", description_es: "Dinero.", description: "Money." });

  const history = await textOf(browser.get(path));
  expect(history).toContain("Edith Editor");
  expect(history).toContain("<del>Budgeting</del>");
  const first = String(Number(await lastEdition(server)) - 1);
  expect((await browser.submit(path, { form: "take-back", number: first })).status).toBe(302);
  expect((await browser.submit(path, { form: "take-back", number: first })).status).toBe(409);
  expect(await found(server, "Plumebudgets")).not.toContain("participatory-budgeting");
  expect(await found(server, "Budgétisation")).toContain("participatory-budgeting");
  await expectInStep(server);
  const after = await db.selectFrom("term").where("code", "=", "budgeting").selectAll().executeTakeFirstOrThrow();
  expect(after).toMatchObject({ label_en: "Budgeting", description_es: "Dinero." });

  const events = await db.selectFrom("audit_event").orderBy("number").select(["action", "subject_id"]).execute();
  expect(events).toEqual([
    { action: "edit", subject_id: "theme/budgeting" },
    { action: "edit", subject_id: "theme/budgeting" },
    { action: "take-back-edit", subject_id: "theme/budgeting" },
  ]);
  expect((await verifyChain(db)).problems).toEqual([]);

  // The same change made anew is another edition: the first is not taken back twice.
  await browser.submit(path, { ...term, seen: await seenOn(browser, path, "term") });
  expect((await browser.submit(path, { form: "take-back", number: first })).status).toBe(409);
  const anew = await db.selectFrom("term").where("code", "=", "budgeting").select("label_en").executeTakeFirstOrThrow();
  expect(anew.label_en).toBe("Quillbudgets");
});

test("summaries and the concordance are edited where they stand, and no start of the server undoes that", async () => {
  const { server, db, browser, other, reader } = await aLibrary();
  const from = "hrgl-2023/recommendation-8";
  const to = "hrgl-2022/recommendation-2";
  const path = `/curate/${from}`;
  const seen = await seenOn(browser, path, "texts");
  const texts = { form: "texts", summary: "A zephyrine summary.", seen };
  expect((await browser.submit(path, texts)).headers.get("Location")).toBe(`${path}?saved`);
  expect(await textOf(reader.get(`/documents/${from}`))).toContain("A zephyrine summary.");
  expect(await found(server, "zephyrine summary")).toContain(from);
  const edited = await lastEdition(server);

  // A new link, its relation changed, taken back step by step.
  await db.deleteFrom("link").where("from_id", "=", from).where("to_id", "=", to).execute();
  const pair = `${path}?link=${to}`;
  expect(await textOf(browser.get(`${path}?find=equality`))).toContain(`/curate/${from}?link=`);
  const link = { form: "link", to, wasType: "", type: "extends", evidence: "", note: "Says <more>.", seen: "{}" };
  expect((await browser.submit(pair, { ...link, type: "implements" })).status).toBe(422);
  expect((await browser.submit(pair, { ...link, seen: "[" })).status).toBe(422);
  expect((await browser.submit(pair, link)).status).toBe(302);
  expect(await textOf(reader.get(`/documents/${to}`))).toContain("Says &lt;more&gt;.");
  // The same link again, from a page that was opened before: what stands is shown, and stays.
  expect((await other.submit(pair, { ...link, note: "Mine" })).status).toBe(409);
  const now = await seenOn(browser, `${pair}&type=extends`, "link");
  const changed = { ...link, wasType: "extends", type: "narrows", seen: now };
  expect((await browser.submit(`${pair}&type=extends`, changed)).status).toBe(302);
  const types = async () =>
    (
      await db.selectFrom("link").where("from_id", "=", from).where("to_id", "=", to).select(["type", "note"]).execute()
    ).map(({ type, note }) => `${type}: ${note}`);
  expect(await types()).toEqual(["narrows: Says <more>."]);
  await expectInStep(server);
  const relation = await lastEdition(server);
  const added = String(Number(relation) - 1);
  const stale = await browser.submit(path, { form: "take-back", number: added });
  expect(stale.status).toBe(409);
  expect(await stale.text()).toContain("changed again since");
  await browser.submit(path, { form: "take-back", number: relation });
  expect(await types()).toEqual(["extends: Says <more>."]);
  const gone = {
    form: "removeLink",
    to,
    wasType: "extends",
    seen: await seenOn(browser, `${pair}&type=extends`, "link"),
  };
  expect((await browser.submit(`${pair}&type=extends`, gone)).status).toBe(302);
  expect(await types()).toEqual([]);
  await expectInStep(server);

  // Another process over the same database, as after a restart: seeds are for an empty one.
  const again = await createServices({ ...server.services.env, seeds: true }, { background: false });
  const kept = await again.db.selectFrom("entry").where("id", "=", from).select("summary").executeTakeFirstOrThrow();
  await again.close();
  expect(kept.summary).toBe("A zephyrine summary.");
  await browser.submit("/admin/edits", { form: "take-back", number: edited });
  expect(await textOf(reader.get(`/documents/${from}`))).not.toContain("A zephyrine summary.");
  const all = await textOf(browser.get("/admin/edits"));
  expect(all).toContain("Taken back: Edith Editor");
  expect(all, "by their names, not by their codes").toContain(
    "Link: HRGL outcome document 2023, Recommendation 8 → HRGL outcome document 2022, Recommendation 2",
  );
  expect(all).toContain("Texts: HRGL outcome document 2023");
  await expectInStep(server);
});

test("tags are free words; merging two moves everything, keeps the old address, and can be taken back", async () => {
  const { server, browser, reader } = await aLibrary();
  const tag = async (entry: string, tags: string) =>
    browser.submit(`/curate/${entry}`, { form: "tags", tags, seen: await seenOn(browser, `/curate/${entry}`, "tags") });
  expect((await tag("participatory-budgeting", "Owlhours, Zephyrtowns")).status).toBe(302);
  expect((await tag("human-rights-office", "Owltimes")).status).toBe(302);
  expect((await tag("human-rights-office", "Owltimes, ???")).status).toBe(422);
  expect((await tag("human-rights-office", `${"x".repeat(61)}`)).status).toBe(422);
  expect(await textOf(reader.get("/tools/participatory-budgeting"))).toContain('href="/tags/zephyrtowns"');
  expect(await found(server, "zephyrtowns")).toContain("participatory-budgeting");
  expect(await textOf(reader.get("/tags"))).toContain("Zephyrtowns");
  // The page of a tag leads to the search, which finds what carries it.
  const [, query = ""] = /href="(\/search\?q=[^"]+)"/.exec(await textOf(reader.get("/tags/zephyrtowns"))) ?? [];
  expect(query).toBe("/search?q=Zephyrtowns");
  expect(await textOf(reader.get(query))).toContain('href="/tools/participatory-budgeting"');

  const path = "/tags/owltimes/edit";
  const merging = { form: "merge", into: "owlhours", sure: "yes", seen: await seenOn(browser, path, "merge") };
  expect((await browser.submit(path, { ...merging, sure: "" })).status).toBe(422);
  expect((await browser.submit(path, { ...merging, into: "owltimes" })).status).toBe(422);
  expect((await browser.submit(path, { ...merging, into: "no-such-tag" })).status).toBe(422);
  expect((await browser.submit(path, merging)).status).toBe(302);
  const moved = await reader.get("/tags/owltimes");
  expect([moved.status, moved.headers.get("Location")]).toEqual([302, "/tags/owlhours"]);
  const merged = await textOf(reader.get("/tags/owlhours"));
  expect(merged).toContain('href="/tools/human-rights-office"');
  expect(merged).toContain('href="/tools/participatory-budgeting"');
  const feed = await textOf(reader.get("/tags/owlhours/feed.atom"));
  expect(feed).toContain("/tools/human-rights-office");
  expect((await found(server, "owlhours")).slice(0, 2).sort()).toEqual([
    "human-rights-office",
    "participatory-budgeting",
  ]);
  // No circle: the tag that stays cannot be merged into the one that it took the place of.
  const back = { ...merging, into: "owltimes", seen: await seenOn(browser, "/tags/owlhours/edit", "merge") };
  expect((await browser.submit("/tags/owlhours/edit", back)).status).toBe(422);
  // A chain: what is merged twice is found under the last.
  const chain = { ...merging, into: "zephyrtowns", seen: await seenOn(browser, "/tags/owlhours/edit", "merge") };
  expect((await browser.submit("/tags/owlhours/edit", chain)).status).toBe(302);
  expect((await reader.get("/tags/owltimes")).headers.get("Location")).toBe("/tags/zephyrtowns");
  await expectInStep(server);

  const second = await lastEdition(server);
  await browser.submit("/tags/owlhours/edit", { form: "take-back", number: second });
  await browser.submit(path, { form: "take-back", number: String(Number(second) - 1) });
  expect((await reader.get("/tags/owltimes")).status).toBe(200);
  expect(await textOf(reader.get("/tags/owlhours"))).not.toContain('href="/tools/human-rights-office"');
  expect(await found(server, "owlhours")).not.toContain("human-rights-office");
  await expectInStep(server);
});

test("coordinators mend the links of what their network published, its authors tag it, and others find no such page", async () => {
  const server = await startNetworkServer();
  const { db } = server.services;
  await addCity(db, "testville");
  await server.network("own");
  await server.network("other");
  const author = await server.person("Ada Author", [{ in: "own" }]);
  const { browser } = await server.person("Cleo", [{ in: "own", coordinator: true }]);
  const { browser: stranger } = await server.person("Sid", [{ in: "other", coordinator: true }]);
  const actor = { person: { id: author.id }, administrator: false, memberships: [], cities: [] };
  const id = await aPublishable(db, [actor]);
  const at = server.services.now().toISOString();
  await db
    .insertInto("entry")
    .values({
      id: "a-tool",
      kind: "tool",
      title: "A tool",
      language: "en",
      published_at: at,
      created_at: at,
      updated_at: at,
    })
    .execute();
  const none = { what_it_is: "", when_to_use: "", who_does_it: "", what_it_needs: "", pitfalls: "", how_to_know: "" };
  await db
    .insertInto("tool")
    .values({ id: "a-tool", aliases: "[]", steps: "[]", further_reading: "[]", ...none })
    .execute();
  expect((await browser.submit(`/contributions/${id}/publish`, { form: "publish", note: "" })).status).toBe(302);
  const entry = "testville-a-canary-called-zephyrine";
  const path = `/curate/${entry}`;
  const link = { form: "link", to: "a-tool", wasType: "", type: "uses", evidence: "documented", note: "", seen: "{}" };

  expect((await stranger.get(path)).status).toBe(404);
  expect((await stranger.submit(path, link)).status).toBe(404);
  expect((await author.browser.submit(path, link)).status).toBe(403);
  expect((await author.browser.get(`${path}?link=a-tool`)).status).toBe(404);
  expect(await textOf(author.browser.get(`/practices/${entry}`))).toContain(`href="${path}"`);
  expect((await author.browser.submit(path, { form: "tags", tags: "Quillbirds", seen: "{}" })).status).toBe(302);
  expect(await found(server, "quillbirds")).toContain(entry);

  expect((await browser.submit(`${path}?link=a-tool`, { ...link, evidence: "peer-confirmed" })).status).toBe(422);
  expect((await browser.submit(`${path}?link=a-tool`, link)).status).toBe(302);
  expect(await textOf(server.browser().get(`/practices/${entry}`))).toContain("/tools/a-tool");
  await expectInStep(server);
  const edition = await lastEdition(server);
  expect((await stranger.submit(path, { form: "take-back", number: edition })).status).toBe(404);
  expect((await author.browser.submit(path, { form: "take-back", number: edition })).status).toBe(403);
  // What was published as a version stays as it was.
  expect(await textOf(server.browser().get(`/practices/${entry}/v1`))).not.toContain("/tools/a-tool");
  // The next version begins with what was mended.
  const begun = await browser.submit(`/contributions/${id}/revise`, { form: "revise" });
  const draft = /^\/contributions\/([\w-]+)\//.exec(begun.headers.get("Location") ?? "")?.[1] ?? "";
  expect(
    await db.selectFrom("contribution_link").where("contribution_id", "=", draft).select(["to_id", "type"]).execute(),
  ).toEqual([{ to_id: "a-tool", type: "uses" }]);
  expect(await textOf(browser.get(path))).toContain("next version of this entry is being written");

  // Its author learns of it, once a day, and is led to what was changed.
  const told = await db
    .selectFrom("notification")
    .where("person_id", "=", author.id)
    .where("kind", "=", "links-edited")
    .select("id")
    .execute();
  expect(told.length).toBe(1);
  expect(await textOf(author.browser.get("/notifications"))).toContain(`href="${path}"`);
  expect(await textOf(author.browser.get(path))).toContain("→ a-tool");

  // What is mended while it is written stays when it is published, but where its authors wrote something else.
  const mend = async (note: string) => {
    const pair = `${path}?link=a-tool&type=uses`;
    const seen = await seenOn(browser, pair, "link");
    return (await browser.submit(pair, { ...link, wasType: "uses", evidence: "claimed", note, seen })).status;
  };
  expect(await mend("Mended meanwhile.")).toBe(302);
  const publish = async (draftId: string) => {
    await db.updateTable("contribution").set({ status: "accepted" }).where("id", "=", draftId).execute();
    const answer = await browser.submit(`/contributions/${draftId}/publish`, {
      form: "publish",
      note: "A correction.",
    });
    expect(answer.status, await answer.text()).toBe(302);
    return db.selectFrom("link").where("from_id", "=", entry).select(["to_id", "evidence", "note"]).execute();
  };
  expect(await publish(draft)).toEqual([{ to_id: "a-tool", evidence: "claimed", note: "Mended meanwhile." }]);
  const third = await browser.submit(`/contributions/${draft}/revise`, { form: "revise" });
  const next = /^\/contributions\/([\w-]+)\//.exec(third.headers.get("Location") ?? "")?.[1] ?? "";
  await db
    .updateTable("contribution_link")
    .set({ note: "The author's." })
    .where("contribution_id", "=", next)
    .execute();
  expect(await mend("Mended again.")).toBe(302);
  expect(await publish(next)).toMatchObject([{ note: "The author's." }]);
  await expectInStep(server);
});
