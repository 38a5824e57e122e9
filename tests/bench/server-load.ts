import { readFileSync } from "node:fs";
import autocannon from "autocannon";
import type { RunningServer } from "../support/start-server";

/**
 * Requests per second as they came, and per second of processor time that the server used: the latter is what one core
 * serves, whatever else the machine does.
 */
export async function measureLoad(server: RunningServer, queries: string[], quick: boolean) {
  const searches = queries.map((query) => `/search?q=${encodeURIComponent(query)}`);
  const filtered = queries.map((query) => `/search?q=${encodeURIComponent(query)}&type=practice&region=europe`);
  return {
    search: await hit(server, searches, quick),
    search_with_filters: await hit(server, filtered, quick),
    search_repeated: await hit(server, searches.slice(0, 1), quick),
    provision: await hit(server, ["/documents/hrgl-2023/recommendation-8"], quick),
    // What the server alone costs, without a page.
    healthz: await hit(server, ["/healthz"], quick),
  };
}

async function hit(server: RunningServer, paths: string[], quick: boolean) {
  const shoot = (amount: number) =>
    autocannon({
      url: server.origin,
      connections: 8,
      amount,
      requests: paths.map((path) => ({ path })),
    });
  await shoot(200);
  const before = processorMs(server);
  const result = await shoot(quick ? 400 : 2000);
  const used = processorMs(server) - before;
  return {
    requests: result.requests.total,
    failed: result.non2xx + result.errors,
    per_second: Math.round(result.requests.total / result.duration),
    per_core_second: used > 0 ? Math.round((result.requests.total / used) * 1000) : null,
    p50_ms: result.latency.p50,
    p99_ms: result.latency.p99,
  };
}

/** The processor time that the server has used, in ms, to 10 ms; 0 where the system does not tell. */
function processorMs({ process: { pid } }: RunningServer): number {
  if (process.platform !== "linux") return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  // User and system time in clock ticks, of which Linux shows a hundred a second.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
