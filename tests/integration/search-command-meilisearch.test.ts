import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "~db/client.server";
import { canStartMeilisearch, startMeilisearch } from "../support/meilisearch";
import type { RunningMeilisearch } from "../support/meilisearch-server";
import { polylogue } from "../support/run-program";
import { change } from "../support/search-index";
import { cleanEnv } from "../support/start-server";
import { tempFolder } from "../support/temp";

/** A seeded library in step with a server, and the commands that look after both. */
async function installation() {
  const server = await startMeilisearch();
  onTestFinished(() => server.stop());
  const folder = tempFolder();
  const env = { DATA_DIR: folder, SEARCH_ENGINE: "meilisearch", MEILI_URL: server.url, MEILI_KEY: server.key };
  const first = await polylogue(["search", "reindex"], env);
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^sqlite: .+\nmeilisearch: .+\n$/) });
  const search = (...args: string[]) => polylogue(["search", ...args], env);
  const connections = openDatabase(join(folder, "polylogue.sqlite"));
  onTestFinished(() => connections.close());
  return { ...connections, server, env, search };
}

async function ask({ url, key }: RunningMeilisearch, method: string, path: string, body?: unknown): Promise<unknown> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return answer.json();
}

/** A change behind our back, as it is when it is made. */
async function plant(server: RunningMeilisearch, method: string, path: string, body?: unknown): Promise<void> {
  const { taskUid } = (await ask(server, method, path, body)) as { taskUid: number };
  const status = async () => ((await ask(server, "GET", `/tasks/${taskUid}`)) as { status: string }).status;
  await expect.poll(status, { timeout: 20_000 }).toBe("succeeded");
}

const documents = "/indexes/polylogue/documents";

describe.skipIf(!canStartMeilisearch)("polylogue search with a server", { timeout: 180_000 }, () => {
  test("verify finds what was changed behind its back on the server, and --repair mends it", async () => {
    const { server, search } = await installation();
    await plant(server, "DELETE", `${documents}/graz`);
    await plant(server, "PUT", documents, [{ key: "vienna", hash: "of-another-text" }]);
    const stranger = { key: "stranger", id: "stranger", hash: "x", title: "A draft", stems: ["draft"], facets: {} };
    await plant(server, "POST", documents, [stranger]);
    const [sqlite, meilisearch] = JSON.parse((await search("verify", "--json")).stdout);
    const none = { missing: [], surplus: [], different: [] };
    expect(sqlite).toMatchObject({ engine: "sqlite", ...none });
    expect(meilisearch).toMatchObject({ missing: ["graz"], surplus: ["stranger"], different: ["vienna"] });
    const found = await search("verify");
    expect(found.code).toBe(1);
    expect(found.stdout).toContain("meilisearch: 1 missing in the index\n  graz\n");
    expect((await search("verify", "--repair")).code).toBe(0);
    expect(await search("verify")).toMatchObject({ code: 0, stderr: "" });
    expect(await ask(server, "GET", `${documents}/stranger`)).toMatchObject({ code: "document_not_found" });
  });

  test("a server that hangs is told of in a line, and soon", async () => {
    const { server, search } = await installation();
    process.kill(server.pid, "SIGSTOP");
    onTestFinished(() => void process.kill(server.pid, "SIGCONT"));
    const begun = performance.now();
    const status = await search("status");
    expect(status).toMatchObject({ code: 0, stdout: expect.stringMatching(/^meilisearch +no answer /m) });
    expect(performance.now() - begun).toBeLessThan(40_000);
    const verified = await search("verify", "--engine", "meilisearch");
    expect(verified).toMatchObject({ code: 1, stderr: expect.stringMatching(/^meilisearch: .*timed out.*\n$/) });
  });

  test("killed in a rebuild or while it drains, whatever moment, leaves what the next one mends", async () => {
    const { db, server, env, search } = await installation();
    for (const afterMs of [1200, 2000, 2800]) {
      await change(db, { id: "graz", published: afterMs !== 2000 });
      await db
        .insertInto("outbox")
        .columns(["kind", "entry_id"])
        .expression(({ selectFrom }) => selectFrom("entry").select(["kind", "id"]))
        .execute();
      const verb = afterMs === 1200 ? "verify" : "reindex";
      const child = spawn(process.execPath, ["cli/polylogue.mjs", "search", verb, "--engine", "meilisearch"], {
        ...{ env: cleanEnv(env), stdio: "ignore" },
      });
      const ended = once(child, "exit");
      await setTimeout(afterMs);
      child.kill("SIGKILL");
      await ended;
      // The old index is whole, and answers.
      const { numberOfDocuments } = (await ask(server, "GET", "/indexes/polylogue/stats")) as {
        numberOfDocuments: number;
      };
      expect(numberOfDocuments).toBeGreaterThan(300);
    }
    expect((await search("reindex", "--engine", "meilisearch")).code).toBe(0);
    expect(await search("verify")).toMatchObject({ code: 0, stderr: "" });
    const { results } = (await ask(server, "GET", "/indexes")) as { results: { uid: string }[] };
    expect(results.map(({ uid }) => uid)).toEqual(["polylogue"]);
  });
});
