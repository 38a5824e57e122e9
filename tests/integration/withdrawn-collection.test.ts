import { expect, test } from "vitest";
import { addCurated } from "../support/curated-world";
import { startNetworkServer } from "../support/network-server";

test("a collection is followed by a feed, and withdrawn for good: its addresses say when and why", async () => {
  const server = await startNetworkServer();
  const { db } = server.services;
  await server.network("own");
  await server.city("own-city", ["own"]);
  await addCurated(db);
  const { browser } = await server.person("Cleo", [{ in: "own", coordinator: true }]);
  const reader = server.browser();
  const path = "/collections/a-collection";
  const edit = `${path}/edit`;
  await browser.submit("/collections/add?collection=a-collection", {
    ...{ form: "feature", collection: "a-collection", place: "own" },
  });

  const feed = await reader.get(`${path}/feed.atom`);
  expect(feed.headers.get("Content-Type")).toContain("application/atom+xml");
  expect(await feed.text()).toContain("/cities/own-city");
  expect(await (await reader.get(path)).text()).toContain(`${path}/feed.atom`);

  const withdrawal = { form: "withdraw", reason: "Told of a city that <never> was.", sure: "yes" };
  expect((await browser.submit(edit, { ...withdrawal, reason: " " })).status).toBe(422);
  const unsure = await browser.submit(edit, { ...withdrawal, sure: "" });
  expect(unsure.status).toBe(422);
  expect(await unsure.text()).toContain("Told of a city that &lt;never&gt; was.");
  expect((await reader.get(path)).status).toBe(200);
  expect((await browser.submit("/collections/unpublished/edit", withdrawal)).status).toBe(409);

  expect((await browser.submit(edit, withdrawal)).headers.get("Location")).toBe(path);
  for (const address of [path, `${path}/v1`]) {
    const gone = await reader.get(address);
    expect(gone.status, address).toBe(410);
    expect(await gone.text()).toContain("Told of a city that &lt;never&gt; was.");
  }
  expect((await reader.get(`${path}/feed.atom`)).status).toBe(410);
  for (const list of ["/collections", "/networks/own", "/cities/own-city", "/sitemap.xml"]) {
    expect(await (await reader.get(list)).text(), list).not.toContain(path);
  }
  expect((await browser.get(edit)).headers.get("Location")).toBe(path);
  const again = await browser.submit(edit, { form: "publish", version: "1", changeNote: "Again." });
  expect(again.headers.get("Location")).toBe(path);
  const event = await db.selectFrom("audit_event").orderBy("number", "desc").select("action").executeTakeFirst();
  expect(event?.action).toBe("withdraw-collection");
});
