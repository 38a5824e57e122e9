import { rmSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { aQuery } from "../contracts/search-engine";
import { canStartMeilisearch, startMeilisearch } from "../support/meilisearch";
import type { RunningMeilisearch } from "../support/meilisearch-server";
import { inStep, outage, outageMs, servicesOn, statusOf } from "../support/search-outage";
import { tempFolder } from "../support/temp";

describe.skipIf(!canStartMeilisearch)("when Meilisearch", { timeout: 120_000 + 2 * outageMs }, () => {
  test("is killed and comes back", async () => {
    const folder = tempFolder();
    const server = await startMeilisearch({ folder });
    onTestFinished(() => server.stop());
    const services = await servicesOn(server);
    let again: RunningMeilisearch | undefined;
    onTestFinished(() => again?.stop());
    await outage(
      services,
      () => server.stop("SIGKILL"),
      async () => {
        again = await startMeilisearch({ folder, port: server.port, key: server.key });
      },
    );
  });

  test("hangs and goes on", async () => {
    const server = await startMeilisearch();
    onTestFinished(() => server.stop());
    const services = await servicesOn(server);
    await outage(
      services,
      async () => void process.kill(server.pid, "SIGSTOP"),
      async () => void process.kill(server.pid, "SIGCONT"),
    );
  });

  test("comes back with an empty disk", async () => {
    const folder = tempFolder();
    const server = await startMeilisearch({ folder });
    onTestFinished(() => server.stop());
    const services = await servicesOn(server);
    let again: RunningMeilisearch | undefined;
    onTestFinished(() => again?.stop());
    await outage(
      services,
      () => server.stop("SIGKILL"),
      async () => {
        rmSync(folder, { recursive: true, force: true });
        again = await startMeilisearch({ port: server.port, key: server.key });
      },
    );
  });

  test("refuses the key for a while", async () => {
    const folder = tempFolder();
    const server = await startMeilisearch({ folder });
    onTestFinished(() => server.stop());
    const services = await servicesOn(server);
    let other: RunningMeilisearch | undefined;
    let again: RunningMeilisearch | undefined;
    onTestFinished(() => other?.stop());
    onTestFinished(() => again?.stop());
    await outage(
      services,
      async () => {
        await server.stop("SIGKILL");
        other = await startMeilisearch({ folder, port: server.port, key: "another-master-key-of-some-length" });
      },
      async () => {
        await other?.stop("SIGKILL");
        again = await startMeilisearch({ folder, port: server.port, key: server.key });
      },
    );
  });

  test("is not there at start, the embedded engine answers, and it is filled when it comes", async () => {
    const server = await startMeilisearch();
    const { url, key, port } = server;
    await server.stop("SIGKILL");
    const services = await servicesOn({ url, key });
    const answer = await services.search.search(aQuery({ text: "human rights" }));
    expect(answer).toMatchObject({ engine: "sqlite", fallback: true });
    expect(answer.total).toBeGreaterThan(50);
    const again = await startMeilisearch({ port, key });
    onTestFinished(() => again.stop());
    await inStep(services);
    const [, index] = (await statusOf(services)).indexes;
    expect(index).toMatchObject({ engine: "meilisearch", waiting: 0, failures: 0, rebuilding: false });
    expect((await services.search.search(aQuery({ text: "human rights" }))).fallback).toBeUndefined();
  });
});
