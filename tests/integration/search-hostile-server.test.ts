import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Services } from "~/services.server";
import { openDatabase } from "~db/client.server";
import { registerEngines } from "~search/outbox/progress.server";
import { aQuery } from "../contracts/search-questions";
import { canStartMeilisearch, startMeilisearch } from "../support/meilisearch";
import {
  byDrops,
  failing,
  type MeilisearchProxy,
  type Spoiling,
  slowly,
  startMeilisearchProxy,
  stuck,
  withStatus,
  withWords,
} from "../support/meilisearch-proxy";
import { change, difference } from "../support/search-index";
import { inStep, outage, outageMs, servicesOn, statusOf } from "../support/search-outage";
import { tempFolder } from "../support/temp";

async function aServer() {
  const server = await startMeilisearch();
  onTestFinished(() => server.stop());
  return server;
}

async function aProxy(options?: { path: string }): Promise<MeilisearchProxy> {
  const proxy = await startMeilisearchProxy(await aServer(), options);
  onTestFinished(() => proxy.stop());
  return proxy;
}

/** Looked at for long with OUTAGE_SECONDS=60. */
const isLong = Boolean(process.env.OUTAGE_SECONDS);
/** What goes wrong, and when that is noticed. */
const ways: [string, Spoiling, number][] = [
  ["takes a second for each answer", slowly(1000), 500],
  ["answers by drops, and never to the end", byDrops, 500],
  ["hides behind a page of a proxy", withWords("<!doctype html><title>Welcome</title>"), 0],
  ["takes changes and never makes them", stuck, 6000],
];
const moreWays: typeof ways = [
  ["takes five seconds for each answer", slowly(5000), 500],
  ["answers with noise", withWords(Buffer.from([0xff, 0xfe, 0, 0x7b])), 0],
  ["answers with JSON of something else", withWords("{}"), 0],
  ["answers 429", withStatus(429), 0],
  ["answers 500", withStatus(500), 0],
  ["answers 503", withStatus(503), 0],
  ["takes changes and fails to make them", failing, 4000],
];

const withGraz = aQuery({ text: "graz", perPage: 100 });

/** On a busy machine one answer may be late. */
const answeredByServer = (services: Services) =>
  expect
    .poll(async () => (await services.search.search(withGraz)).engine, { timeout: 20_000, interval: 100 })
    .toBe("meilisearch");

describe.skipIf(!canStartMeilisearch)("a server that", { timeout: isLong ? 3_600_000 : 120_000 }, () => {
  test("goes wrong in whatever way fails no page, shows no draft, and is in step soon after", async () => {
    const proxy = await aProxy();
    const services = await servicesOn(proxy);
    for (const [name, spoiling, noticedMs] of isLong ? [...ways, ...moreWays] : ways) {
      const bad = outage(
        services,
        async () => proxy.spoil(spoiling),
        async () => proxy.spoil(null),
        { lastsMs: isLong ? outageMs : 1000, noticedMs },
      );
      await bad.catch((cause: unknown) => {
        throw new Error(`when it ${name}`, { cause });
      });
    }
  });

  test("has not come to a withdrawal shows nobody what was withdrawn", async () => {
    const proxy = await aProxy();
    const services = await servicesOn(proxy);
    await inStep(services);
    await answeredByServer(services);
    const before = await services.search.search(withGraz);
    expect(before.hits.map(({ id }) => id)).toContain("graz");
    proxy.spoil(stuck);
    await change(services.db, { id: "graz", published: false });
    await services.syncIndex();
    const after = await services.search.search(withGraz);
    expect(after.hits.map(({ id }) => id)).not.toContain("graz");
    expect(after.total).toBe(before.total - 1);
    // One that stays behind is left alone.
    await expect.poll(async () => (await statusOf(services)).fallback, { timeout: 15_000 }).toBe(true);
    const [, index] = (await statusOf(services)).indexes;
    expect(index).toMatchObject({ engine: "meilisearch", waiting: 1, failures: 0 });
    proxy.spoil(null);
  });

  test("stays slow is not tried on readers again and again", async () => {
    const proxy = await aProxy();
    const services = await servicesOn(proxy);
    await inStep(services);
    proxy.spoil(slowly(600));
    const search = (turn: number) => services.search.search(aQuery({ text: `housing ${turn}` }));
    for (let turn = 0; turn < 3; turn += 1) await search(turn);
    const slow: number[] = [];
    for (let turn = 10; turn < 50; turn += 1) {
      const begun = performance.now();
      expect((await search(turn)).fallback).toBe(true);
      if (performance.now() - begun > 180) slow.push(turn);
      await setTimeout(100);
    }
    // Each return to it would make three readers wait.
    expect(slow.length).toBeLessThan(3);
  });

  test.each(["/meili", "/a/b/"])("lives at a path, %s, is found there", async (path) => {
    const { url, key } = await aProxy({ path: path.replace(/\/$/, "") });
    const services = await servicesOn({ url: path.endsWith("/") ? `${url}/` : url, key });
    await inStep(services);
    await answeredByServer(services);
  });

  test("loses its place to a process with other settings is built anew by itself", async () => {
    const services = await servicesOn(await aServer());
    await inStep(services);
    // As a site without a server does when it starts on the same database.
    await registerEngines(services.db, ["sqlite"], { only: true });
    await change(services.db, { id: "vienna", title: "Zeppelin harbour" });
    await services.syncIndex();
    const found = async () => (await services.search.search(aQuery({ text: "zeppelin" }))).hits.map(({ id }) => id);
    await expect.poll(found, { timeout: 15_000 }).toContain("vienna");
    const [, keeper] = services.indexes.keepers;
    await expect.poll(() => keeper?.sync(), { timeout: 30_000 }).toBe(true);
    await inStep(services);
    expect(await found()).toContain("vienna");
  });

  test("is chosen, left and chosen again by the setting finds what was changed meanwhile", async () => {
    const [server, folder] = [await aServer(), tempFolder()];
    const first = await servicesOn(server, folder);
    await inStep(first);
    await first.close();
    const alone = openDatabase(join(folder, "polylogue.sqlite"));
    await registerEngines(alone.db, ["sqlite"], { only: true });
    await change(alone.db, { id: "graz", published: false });
    await change(alone.db, { id: "vienna", title: "Zeppelin harbour" });
    await alone.close();
    const again = await servicesOn(server, folder);
    const drafts = async () =>
      (await again.search.search(withGraz)).hits.map(({ id }) => id).filter((id) => id === "graz");
    expect(await drafts()).toEqual([]);
    await inStep(again);
    expect(await drafts()).toEqual([]);
    await answeredByServer(again);
    expect((await again.search.search(aQuery({ text: "zeppelin" }))).hits[0]?.id).toBe("vienna");
  });

  test("serves two processes that both change what is published ends as the database has it", async () => {
    const [server, folder] = [await aServer(), tempFolder()];
    const one = await servicesOn(server, folder);
    await inStep(one);
    const two = await servicesOn(server, folder);
    for (let turn = 0; turn < 12; turn += 1) {
      const [services, id] = turn % 2 === 0 ? [one, "vienna"] : [two, "graz"];
      await change(services.db, { id, title: `${id} ${turn}`, published: turn % 3 !== 0 });
      await services.syncIndex();
      await Promise.all([...one.indexes.keepers, ...two.indexes.keepers].map((keeper) => keeper.sync()));
    }
    await inStep(one);
    await inStep(two);
    for (const services of [one, two]) {
      expect(await services.indexes.keepers[1]?.verify({ repair: false })).toMatchObject({ ...difference, waiting: 0 });
    }
  });
});
