import { Agent, request } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { createSessions } from "~/domain/people/sessions.server";
import { openDatabase } from "~db/client.server";
import { aPerson } from "../support/a-contribution";
import { polylogue } from "../support/run-program";
import { startServer } from "../support/start-server";
import { tempFolder } from "../support/temp";

// Builds, when need be.
beforeAll(() => polylogue(["--version"]));

interface Answer {
  status: number;
  location: string;
  /** The server does not want to hear more on this connection. */
  closes: boolean;
}

interface Asked {
  port: number;
  agent: Agent | false;
  cookie: string;
}

/** @returns the answer, read to its end, or how the connection failed before an answer began; "cut off": it broke off */
const ask = ({ port, agent, cookie }: Asked, path: string, form?: Record<string, string>) =>
  new Promise<Answer | string>((resolve) => {
    const headers: Record<string, string> = { Cookie: cookie, Origin: `http://127.0.0.1:${port}` };
    if (form) headers["Content-Type"] = "application/x-www-form-urlencoded";
    const method = form ? "POST" : "GET";
    const asking = request({ host: "127.0.0.1", port, path, method, agent, headers }, (response) => {
      response.resume();
      response.once("close", () =>
        resolve(
          response.complete
            ? {
                ...{ status: response.statusCode ?? 0, location: response.headers.location ?? "" },
                closes: response.headers.connection === "close",
              }
            : "cut off",
        ),
      );
    });
    asking.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    asking.end(form && new URLSearchParams(form).toString());
  });

test("SIGTERM under load drops no request, and nothing that was acknowledged", { timeout: 120_000 }, async () => {
  const env = { DATA_DIR: join(tempFolder(), "data"), SEEDS: "false", LOG_LEVEL: "silent" };
  const server = await startServer(env);
  const file = join(env.DATA_DIR, "polylogue.sqlite");
  const connections = openDatabase(file);
  const { person } = await aPerson(connections.db, "ada@city.example");
  const sessions = createSessions({ ...connections, now: () => new Date() });
  const session = await sessions.start(person.id, { userAgent: null, address: "" }, null, false);
  await connections.close();
  const cookie = session.split(";")[0] ?? "";

  const reads: Answer[] = [];
  const drafts: string[] = [];
  const failures: string[] = [];
  /** Of those who keep their connection: before the signal, and after it. */
  const closed = { before: 0, after: 0 };
  let signalled = false;
  /** Asks until nobody listens any more; every other one keeps its connection, as a proxy does. */
  const client = async (number: number) => {
    const agent = number % 2 === 0 ? new Agent({ keepAlive: true, maxSockets: 1 }) : (false as const);
    const asked = { port: server.port, agent, cookie };
    for (let count = number; ; count++) {
      const writes = count % 3 === 0;
      const answer = writes
        ? await ask(asked, "/contributions/new", { form: "new", kind: "practice", title: `${number}`, language: "en" })
        : await ask(asked, count % 2 === 0 ? "/desk" : "/search?q=rights");
      if (typeof answer === "string") {
        failures.push(answer);
        break;
      }
      if (agent && answer.closes) closed[signalled ? "after" : "before"]++;
      await setTimeout(Math.random() * 60);
      if (writes) drafts.push(/[\w-]{36}/.exec(answer.location)?.[0] ?? `not acknowledged: ${answer.status}`);
      else reads.push(answer);
    }
    if (agent) agent.destroy();
  };
  const clients = Array.from({ length: 16 }, (_, number) => client(number));
  await expect.poll(() => Math.min(drafts.length, reads.length), { timeout: 60_000 }).toBeGreaterThan(32);
  await setTimeout(Math.random() * 100);
  const before = drafts.length + reads.length;
  signalled = true;
  const ended = server.stop("SIGTERM");
  await Promise.all(clients);
  expect(await ended).toBe(0);
  // Each client goes on until nobody takes its connection; no answer that was begun broke off.
  expect(failures).toHaveLength(clients.length);
  expect(failures.filter((failure) => !/^(ECONNREFUSED|ECONNRESET|EPIPE)$/.test(failure))).toEqual([]);
  expect(drafts.length + reads.length, "what was under way was answered").toBeGreaterThan(before);
  // A proxy that keeps its connections is asked to come back on another one, before this one is cut.
  expect(closed).toEqual({ before: 0, after: expect.toSatisfy((count: number) => count > 0) });
  expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200]));
  const after = openDatabase(file);
  const kept = await after.readDb.selectFrom("contribution").select("id").execute();
  await after.close();
  // What was written was acknowledged, and the other way round: what met a closed door did nothing.
  expect(kept.map(({ id }) => id).sort()).toEqual([...drafts].sort());
});
