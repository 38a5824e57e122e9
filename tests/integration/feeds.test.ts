import { expect, test } from "vitest";
import { addCurated } from "../support/curated-world";
import { startNetworkServer } from "../support/network-server";

test("every list and search has a feed that its page names, of what is published alone, with an ETag", async () => {
  const server = await startNetworkServer({ seeds: true });
  const anyone = server.browser();
  const { db } = server.services;
  await db.updateTable("entry").set({ published_at: null }).where("id", "=", "douala-participatory-budget").execute();
  await server.network("own");
  await server.city("own-city", ["own"]);
  const { callDraft = "" } = await addCurated(db);
  const curated = ["/networks", "/recommendations", "/collections", "/calls"];
  for (const page of [
    "/practices",
    "/case-studies",
    "/documents",
    "/tools",
    "/cities",
    ...curated,
    "/search?q=budget",
  ]) {
    const html = await (await anyone.get(page, { "Accept-Language": "fr" })).text();
    const link = /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)"/.exec(html)?.[1];
    const address = (link ?? "").replaceAll("&amp;", "&");
    expect(address, page).toContain("lang=fr");
    const answer = await anyone.get(address);
    expect(answer.headers.get("Content-Type"), page).toBe("application/atom+xml; charset=utf-8");
    const xml = await answer.text();
    expect(xml).toContain('xml:lang="fr"');
    for (const hidden of ["douala-participatory-budget", callDraft, "/collections/unpublished"])
      expect(xml, page).not.toContain(hidden);
    const count = xml.match(/<entry>/g)?.length ?? 0;
    expect(count, page).toBeGreaterThan(0);
    expect(count, page).toBeLessThanOrEqual(50);
    const again = await anyone.get(address, { "If-None-Match": answer.headers.get("ETag") ?? "" });
    expect([again.status, await again.text()], page).toEqual([304, ""]);
  }
  const calls = await (await anyone.get("/calls/feed.atom")).text();
  expect(calls).toContain("Budget wanted.");
  expect(await (await anyone.get("/collections/feed.atom")).text()).toContain("/collections/a-collection");
  expect(await (await anyone.get("/recommendations/feed.atom")).text()).toContain("/recommendation-");
  const wrong = await anyone.get("/search/feed.atom?type=nonsense");
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain("type (nonsense)");
});
