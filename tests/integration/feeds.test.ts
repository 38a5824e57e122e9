import { expect, test } from "vitest";
import { startNetworkServer } from "../support/network-server";

test("every list and search has a feed that its page names, of what is published alone, with an ETag", async () => {
  const server = await startNetworkServer({ seeds: true });
  const anyone = server.browser();
  const { db } = server.services;
  await db.updateTable("entry").set({ published_at: null }).where("id", "=", "douala-participatory-budget").execute();
  for (const page of ["/practices", "/case-studies", "/documents", "/tools", "/cities", "/search?q=budget"]) {
    const html = await (await anyone.get(page, { "Accept-Language": "fr" })).text();
    const link = /<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)"/.exec(html)?.[1];
    const address = (link ?? "").replaceAll("&amp;", "&");
    expect(address, page).toContain("lang=fr");
    const answer = await anyone.get(address);
    expect(answer.headers.get("Content-Type"), page).toBe("application/atom+xml; charset=utf-8");
    const xml = await answer.text();
    expect(xml).toContain('xml:lang="fr"');
    expect(xml).not.toContain("douala-participatory-budget");
    const count = xml.match(/<entry>/g)?.length ?? 0;
    expect(count, page).toBeGreaterThan(0);
    expect(count, page).toBeLessThanOrEqual(50);
    const again = await anyone.get(address, { "If-None-Match": answer.headers.get("ETag") ?? "" });
    expect([again.status, await again.text()], page).toEqual([304, ""]);
  }
  const wrong = await anyone.get("/search/feed.atom?type=nonsense");
  expect(wrong.status).toBe(400);
  expect(await wrong.text()).toContain("type (nonsense)");
});
