import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningServer, startServer } from "../support/start-server";
import { addAccounts } from "./accounts";
import { arrive } from "./arrivals";
import { type Bomb, makeBombs } from "./bombs";
import { repositoryRoot } from "./collection";
import { readSeededCorpus, samplesOf } from "./corpus";
import { pages } from "./crowd";
import { generateEntries, generateQueries } from "./generate";
import type { Measured } from "./limits";
import { pick, seededRandom } from "./random";
import { processorMs, settle } from "./server-load";
import { summarise, timed } from "./times";

/**
 * What readers and searchers wait while a member and an administrator send what would fill the memory or keep the processor, one bomb after
 * the other; beside it, the same readers alone. One JSON on standard output.
 */
const quick = process.argv.includes("--quick");
const rounds = quick ? 1 : 5;
/** Readers a second; every fifth searches. */
const rate = 30;
const root = repositoryRoot();
const dataDir = mkdtempSync(join(tmpdir(), "polylogue-bombs-"));
const random = seededRandom(2026);

let server: RunningServer | undefined;

try {
  const { entries: seeded } = await readSeededCorpus(root);
  const queries = generateQueries([...generateEntries(500, samplesOf(seeded, root))], 2_000);
  server = await startServer({ DATA_DIR: dataDir, LOG_LEVEL: "silent" });
  const [member] = await addAccounts(dataDir, 1);
  const [administrator] = await addAccounts(dataDir, 1, 1);
  if (!member || !administrator) throw new Error("There is nobody to send them.");
  await settle(server);
  const readers = readersOf(server, queries);
  await readers.readWhile((elapsed) => elapsed < 3_000);
  const begun = performance.now();
  let going = true;
  const sending = sendAll(server, makeBombs(member, administrator)).finally(() => {
    going = false;
  });
  const beside = await readers.readWhile(() => going);
  const sent = await sending;
  const tookMs = performance.now() - begun;
  const alone = await readers.readWhile((elapsed) => elapsed < tookMs);
  readers.close();
  const measured: NonNullable<Measured["bombs"]> = {
    rounds,
    ...sent,
    readers: {
      rate,
      beside: { ...summarise(beside.times), requests: beside.times.length, failed: beside.failed },
      alone: { ...summarise(alone.times), requests: alone.times.length, failed: alone.failed },
    },
  };
  console.log(JSON.stringify(measured, null, 2));
} finally {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** People who read and search, and wait for nobody. */
function readersOf({ origin }: RunningServer, queries: string[]) {
  const agent = new Agent({ keepAlive: true });
  const read = () =>
    new Promise<boolean>((resolve) => {
      const path = random() < 0.8 ? pick(random, pages) : `/search?q=${encodeURIComponent(pick(random, queries))}`;
      const sent = request(origin + path, { agent }, (answer) => {
        answer.resume().on("end", () => resolve(answer.statusCode === 200));
      });
      sent.on("error", () => resolve(false)).end();
    });
  return {
    readWhile: (goes: (elapsedMs: number) => boolean) => arrive({ rate, random, goes }, read),
    close: () => agent.destroy(),
  };
}

/** Each bomb in its turn, some rounds of them: how long it took at most, and what of it the server's own processor time was. */
async function sendAll(to: RunningServer, bombs: Bomb[]) {
  const longest = new Map<string, { name: string; ms: number; server_cpu_ms: number }>();
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round++)
    for (const { name, path, by, body, answers } of bombs) {
      const cpu = processorMs(to);
      const ms = await timed(async () => {
        const content = body instanceof FormData ? body : new URLSearchParams(body);
        const headers = { Cookie: by.cookie, Origin: to.origin };
        const answer = await fetch(to.origin + path, { method: "POST", redirect: "manual", headers, body: content });
        await answer.arrayBuffer();
        if (!answers.includes(answer.status)) wrong.push(`${name}: ${answer.status}`);
      });
      const before = longest.get(name);
      if (!before || ms > before.ms)
        longest.set(name, { name, ms: Math.round(ms), server_cpu_ms: processorMs(to) - cpu });
    }
  return { longest: [...longest.values()].sort((one, other) => other.ms - one.ms), wrong };
}
