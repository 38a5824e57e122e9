import { Agent, request } from "node:http";
import type { RunningServer } from "../support/start-server";
import { type Account, addAccounts } from "./accounts";
import { arrive } from "./arrivals";
import { pick, seededRandom } from "./random";
import { summarise } from "./times";

const accounts = 500;
/** What people do: of a hundred requests, so many read, search, and save a field of a draft. */
const shares = { read: 0.8, search: 0.15 };
export const pages = [
  ...["/", "/documents/hrgl-2023", "/documents/hrgl-2023/recommendation-8", "/documents/hrgl-2023/recommendation-1"],
  ...["/practices", "/tools", "/tools/human-rights-budgeting", "/cities", "/cities/vienna", "/networks", "/about"],
];
/** Requests a second that arrive, whether the ones before were answered or not. */
const rates = [50, 100, 150, 200, 300, 400, 550, 700, 900, 1200];
const longestP99 = 250;

interface Writer extends Account {
  /** Of the field that is saved again and again; 0: never saved. */
  revision: number;
}

interface Step {
  rate: number;
  p50: number;
  p95: number;
  p99: number;
  failed: number;
}

/**
 * Members and readers at once, with arrivals that wait for nobody: how many a second the server serves before the slowest hundredth
 * waits for more than 250 ms. What a request waits for is counted from when it was to be sent, so that a full server cannot hide it.
 */
export async function measureCrowd(server: RunningServer, dataDir: string, queries: string[], seconds: number) {
  const idle: Writer[] = (await addAccounts(dataDir, accounts)).map((account) => ({ ...account, revision: 0 }));
  const random = seededRandom(2026);
  const agent = new Agent({ keepAlive: true });
  const send = ({ path, cookie, body }: { path: string; cookie?: string; body?: string }) =>
    new Promise<{ isOk: boolean; text: string }>((resolve) => {
      const headers = {
        ...(cookie && { Cookie: cookie, Origin: server.origin }),
        ...(body && { "Content-Type": "application/x-www-form-urlencoded" }),
      };
      const sent = request(server.origin + path, { agent, method: body ? "POST" : "GET", headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (piece) => {
          text += piece;
        });
        answer.on("end", () => resolve({ isOk: (answer.statusCode ?? 500) < 400, text }));
      });
      sent.on("error", () => resolve({ isOk: false, text: "" }));
      sent.end(body);
    });
  /** The one who has waited longest saves: nobody saves twice at once. */
  const save = async (): Promise<boolean> => {
    const writer = idle.shift();
    if (!writer) return false;
    const { cookie, draft, revision } = writer;
    const body = new URLSearchParams({ pitch: `After ${revision}`, "revision.pitch": String(revision) });
    const { isOk, text } = await send({ path: `/contributions/${draft}/save`, cookie, body: body.toString() });
    idle.push(isOk ? { ...writer, revision: (JSON.parse(text) as { revision: number }).revision } : writer);
    return isOk;
  };
  const one = async (): Promise<boolean> => {
    const what = random();
    if (what >= shares.read + shares.search) return save();
    const path = what < shares.read ? pick(random, pages) : `/search?q=${encodeURIComponent(pick(random, queries))}`;
    return (await send({ path })).isOk;
  };
  const steps: Step[] = [];
  for (const rate of rates) {
    await Promise.all(Array.from({ length: 20 }, one));
    const { times, failed } = await arrive({ rate, random, goes: (elapsed) => elapsed < seconds * 1000 }, one);
    steps.push({ rate, ...summarise(times), failed });
    // Beyond the knee a server only falls behind further.
    if ((steps.at(-1)?.p99 ?? 0) > 4 * longestP99) break;
  }
  agent.destroy();
  const beyond = steps.findIndex(({ p99, failed }) => p99 > longestP99 || failed > 0);
  const kept = beyond < 0 ? steps : steps.slice(0, beyond);
  return { accounts, steps, knee: kept.at(-1)?.rate ?? 0 };
}
