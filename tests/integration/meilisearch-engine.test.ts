import { inspect } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { createMeilisearchEngine } from "~search/meilisearch/engine.server";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { anEntry, library } from "../contracts/search-entries";
import { aQuery } from "../contracts/search-questions";
import { canStartMeilisearch, startMeilisearch } from "../support/meilisearch";
import { byDrops, startMeilisearchProxy, withStatus } from "../support/meilisearch-proxy";
import type { RunningMeilisearch } from "../support/meilisearch-server";
import { tempDatabase, tempFolder } from "../support/temp";

async function aServer(options: Parameters<typeof startMeilisearch>[0] = {}) {
  const server = await startMeilisearch(options);
  onTestFinished(() => server.stop());
  return server;
}

async function anEngine({ url, key }: Pick<RunningMeilisearch, "url" | "key">, timeoutMs?: number) {
  const reader = createSqliteEngine(await tempDatabase());
  await reader.put(library);
  return createMeilisearchEngine({ url, key, reader, timeoutMs });
}

const indexesOf = async ({ url, key }: RunningMeilisearch) => {
  const answer = await fetch(`${url}/indexes`, { headers: { authorization: `Bearer ${key}` } });
  const { results } = (await answer.json()) as { results: { uid: string }[] };
  return results.map(({ uid }) => uid);
};

describe.skipIf(!canStartMeilisearch)("the engine on a server that fails", () => {
  test("a server that comes back without its data has to be filled again, and finds nothing until then", async () => {
    const first = await aServer();
    const engine = await anEngine(first);
    await engine.rebuild(library);
    expect(await engine.needsRebuild()).toBe(false);
    await first.stop();
    await aServer({ port: first.port, key: first.key });
    expect(await engine.needsRebuild()).toBe(true);
    expect(await engine.count()).toBe(0);
    expect(await engine.contents()).toEqual([]);
    expect((await engine.search(aQuery({ text: "rights" }))).total).toBe(0);
    await engine.rebuild(library);
    expect(await engine.count()).toBe(library.length);
  });

  test("a server that comes back with its data goes on as before", async () => {
    const folder = tempFolder();
    const first = await aServer({ folder });
    const engine = await anEngine(first);
    await engine.rebuild(library);
    await first.stop();
    await expect(engine.search(aQuery({ text: "rights" }))).rejects.toThrow();
    await expect(engine.put(library)).rejects.toThrow();
    await aServer({ folder, port: first.port, key: first.key });
    expect(await engine.needsRebuild()).toBe(false);
    expect((await engine.search(aQuery({ text: "montevideo" }))).hits[0]?.id).toBe("montevideo-budget");
  });

  test("a rebuild whose server dies leaves the old index whole, and the next one clears up", async () => {
    const folder = tempFolder();
    const first = await aServer({ folder });
    const engine = await anEngine(first);
    await engine.rebuild(library);
    const dying = (async function* () {
      for (let i = 0; i < 3000; i++) yield anEntry({ id: `new-${i}`, title: "Windmill" });
      await first.stop();
      yield anEntry({ id: "last", title: "Windmill" });
    })();
    await expect(engine.rebuild(dying)).rejects.toThrow();
    const second = await aServer({ folder, port: first.port, key: first.key });
    expect(await indexesOf(second)).toHaveLength(2);
    expect(await engine.count()).toBe(library.length);
    expect(await engine.needsRebuild()).toBe(false);
    await engine.rebuild(library.slice(0, 3));
    expect(await engine.count()).toBe(3);
    expect(await indexesOf(second)).toEqual(["polylogue"]);
  });

  test("one that hangs is not waited for longer than was said", async () => {
    const server = await aServer();
    const engine = await anEngine(server, 1000);
    await engine.rebuild(library);
    process.kill(server.pid, "SIGSTOP");
    const begun = performance.now();
    await expect(engine.search(aQuery({ text: "rights" }))).rejects.toThrow("1000 ms");
    await expect(engine.needsRebuild()).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(10_000);
    process.kill(server.pid, "SIGCONT");
    expect((await engine.search(aQuery({ text: "rights" }))).total).toBeGreaterThan(0);
  });

  test("a wrong key is refused, and stands in no message", async () => {
    const server = await aServer();
    const engine = await anEngine({ url: server.url, key: "a-key-that-nobody-gave" });
    for (const attempt of [() => engine.search(aQuery()), () => engine.put(library), () => engine.needsRebuild()]) {
      const error = await attempt().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 10 })).not.toContain("a-key-that-nobody-gave");
    }
  });

  test("a task that fails after the server took it is an error, and nothing of it is put", async () => {
    const server = await aServer();
    // An index of the same name, made by somebody else: ids with a slash cannot be its keys.
    await fetch(`${server.url}/indexes`, {
      method: "POST",
      headers: { authorization: `Bearer ${server.key}`, "content-type": "application/json" },
      body: JSON.stringify({ uid: "polylogue", primaryKey: "id" }),
    });
    const engine = await anEngine(server);
    await expect(engine.put([anEntry({ id: "good" }), anEntry({ id: "not/good" })])).rejects.toThrow("not/good");
    expect(await engine.count()).toBe(0);
    await engine.rebuild(library);
    expect(await engine.count()).toBe(library.length);
  });

  test("a server, or a proxy before it, that takes little at a time is filled all the same", async () => {
    const text = "The council listens to the people of the city. ".repeat(100);
    const entries = Array.from({ length: 300 }, (_, i) => anEntry({ id: `entry-${i}`, text }));
    const small = await aServer({ args: ["--http-payload-size-limit", "300kB"] });
    const proxy = await startMeilisearchProxy(await aServer());
    onTestFinished(() => proxy.stop());
    proxy.spoil(async (request, response, pass) => {
      if (Number(request.headers["content-length"] ?? 0) < 300_000) await pass();
      else await withStatus(413)(request, response, pass);
    });
    for (const server of [small, proxy]) {
      const engine = await anEngine(server, 1500);
      await engine.rebuild(entries);
      expect(await engine.count()).toBe(entries.length);
      expect(await engine.needsRebuild()).toBe(false);
    }
  });

  test("an answer that is lost while a task is waited for is given up in time, and tried again", async () => {
    const proxy = await startMeilisearchProxy(await aServer());
    onTestFinished(() => proxy.stop());
    const engine = await anEngine(proxy, 1000);
    await engine.rebuild(library);
    proxy.spoil(async (request, response, pass) => {
      if (request.url?.startsWith("/tasks/")) await byDrops(request, response, pass);
      else await pass();
    });
    const begun = performance.now();
    await expect(engine.put([anEntry({ id: "late" })])).rejects.toThrow();
    expect(performance.now() - begun).toBeLessThan(20_000);
    proxy.spoil(null);
    await engine.put([anEntry({ id: "late" })]);
    expect(await engine.count()).toBe(library.length + 1);
  });

  test("an entry that only the server has yet is shown after the others, as the server has it", async () => {
    const server = await aServer();
    const engine = await anEngine(server);
    const title = "Rights of the newest city";
    const newest = anEntry({
      id: "newest",
      title,
      summary: "Rights & more.",
      text: "Rights.",
      facets: { city: ["x/y z"] },
    });
    await engine.rebuild([newest, ...library]);
    for (const sort of ["relevance", "title", "date"] as const) {
      const { hits, total } = await engine.search(aQuery({ text: "rights", sort, perPage: 100 }));
      expect(hits).toHaveLength(total);
      expect(hits.filter(({ id }) => id === "newest")).toHaveLength(1);
    }
    const { hits, total } = await engine.search(aQuery({ text: "rights", perPage: 100 }));
    const { id, url, facets } = newest;
    const extract = [{ text: "Rights & more.", marked: false }];
    expect(hits.at(-1)).toMatchObject({ id, url, facets, title: [{ text: title, marked: false }], extract, score: 0 });
    const last = await engine.search(aQuery({ text: "rights", page: total, perPage: 1 }));
    expect(last.hits).toEqual(hits.slice(-1));
  });

  test("two installations share a server without seeing each other", async () => {
    const server = await aServer();
    const reader = createSqliteEngine(await tempDatabase());
    await reader.put(library);
    const [one, two] = ["one", "two"].map((index) => createMeilisearchEngine({ ...server, index, reader }));
    await one?.rebuild(library);
    await two?.put(library.slice(0, 2));
    expect(await one?.count()).toBe(library.length);
    expect(await two?.count()).toBe(2);
  });
});
