import { sql } from "kysely";
import { expect, test } from "vitest";
import { startNetworkServer } from "../support/network-server";

const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test("a collection is filled from the entries' pages, ordered, published as permanent versions and featured", async () => {
  const server = await startNetworkServer({ seeds: true });
  const { db } = server.services;
  await server.network("own");
  const { browser } = await server.person("Curator", [{ in: "own", coordinator: true }]);
  const reader = server.browser();
  const pageOf = async (path: string) => (await reader.get(path)).text();

  const texts = { title: "Budgets that listen", summary: "How budgets answer people.", text: "Read *slowly*." };
  const begun = await browser.submit("/collections/new", { form: "new", ...texts, language: "en", network: "own" });
  expect(begun.headers.get("Location")).toBe("/collections/budgets-that-listen/edit");
  const edit = "/collections/budgets-that-listen/edit";
  expect((await browser.submit(edit, { form: "publish", version: "" })).status).toBe(422);

  const entries = ["participatory-budgeting", "hrgl-2023/recommendation-8", "douala-participatory-budget"];
  for (const entry of entries) {
    const add = `/collections/add?entry=${encodeURIComponent(entry)}`;
    expect(await (await browser.get(add)).text()).toContain("Budgets that listen");
    const added = await browser.submit(add, {
      ...{ form: "add", entry, collection: "budgets-that-listen", note: `About **${entry}**` },
    });
    expect(added.status).toBe(302);
    expect(
      (await browser.submit(add, { form: "add", entry, collection: "budgets-that-listen", note: "" })).status,
    ).toBe(422);
  }
  const order = async () =>
    (await db.selectFrom("collection_item").orderBy("position").select("entry_id").execute()).map(
      (row) => row.entry_id,
    );
  await browser.submit(edit, { form: "move", entry: entries[2] ?? "", to: "up" });
  expect(await order()).toEqual([entries[0], entries[2], entries[1]]);
  await browser.submit(edit, { form: "move", entry: entries[1] ?? "", to: "1" });
  expect(await order()).toEqual([entries[1], entries[0], entries[2]]);

  const form = new FormData();
  form.append("form", "picture");
  form.append("alternative", "A ledger on a table");
  form.append("file", new Blob([picture], { type: "image/png" }), "ledger.png");
  const taken = await browser.submit(edit, form);
  expect(taken.status, await taken.clone().text()).toBe(302);

  expect((await reader.get("/collections/budgets-that-listen")).status).toBe(404);
  expect((await browser.submit(edit, { form: "publish", version: "" })).headers.get("Location")).toBe(
    "/collections/budgets-that-listen",
  );
  const first = await pageOf("/collections/budgets-that-listen");
  expect(first).toContain("A ledger on a table");
  expect(first).toContain("<em>slowly</em>");
  expect(first).toContain("<strong>participatory-budgeting</strong>");
  const [, source = ""] = /src="(\/files\/[0-9a-f]{64})"/.exec(first) ?? [];
  expect((await reader.get(source)).headers.get("Content-Type")).toBe("image/webp");
  expect(await pageOf("/tools/participatory-budgeting")).toContain("/collections/budgets-that-listen");

  await browser.submit(edit, { form: "remove", entry: entries[0] ?? "" });
  await browser.submit(edit, { form: "texts", ...texts, title: "Budgets that hear", language: "en" });
  expect(await pageOf("/collections/budgets-that-listen")).toContain("Budgets that listen");
  // Somebody else has published since: what they made is not published over unseen.
  expect((await browser.submit(edit, { form: "publish", version: "" })).status).toBe(409);
  expect((await browser.submit(edit, { form: "publish", version: "1", changeNote: "One less." })).status).toBe(302);
  expect(await pageOf("/collections/budgets-that-listen")).toContain("Budgets that hear");
  const older = await pageOf("/collections/budgets-that-listen/v1");
  expect(older).toContain("Budgets that listen");
  expect(older).toContain("There is a newer one");
  expect(await pageOf("/tools/participatory-budgeting")).not.toContain("/collections/budgets-that-listen");
  await expect(sql`update collection_version set title = 'x'`.execute(db)).rejects.toThrow();
  await expect(sql`delete from collection_version_item`.execute(db)).rejects.toThrow();

  const featuring = { form: "feature", collection: "budgets-that-listen", place: "own" };
  const add = "/collections/add?collection=budgets-that-listen";
  expect((await browser.submit(add, featuring)).status).toBe(302);
  expect((await browser.submit(add, { ...featuring, place: "site" })).status).toBe(403);
  expect(await pageOf("/networks/own")).toContain('id="featured"');
  await browser.submit(add, { ...featuring, form: "unfeature" });
  expect(await pageOf("/networks/own")).not.toContain('id="featured"');

  await db
    .updateTable("entry")
    .set({ published_at: null })
    .where("id", "=", entries[2] ?? "")
    .execute();
  const after = await pageOf("/collections/budgets-that-listen");
  expect(after).toContain("no longer published");
  expect(after).not.toContain(`href="/practices/${entries[2]}"`);
});
