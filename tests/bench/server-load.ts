import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import autocannon from "autocannon";
import type { RunningServer } from "../support/start-server";

/**
 * Requests per second by the clock, and per second of processor time that the server used: the latter is what one core
 * serves, whatever else the machine does. `queries` are asked once each, so that answers which the server remembers count
 * only where people ask the same again; `search_repeated` shows what remembering is worth. The server's code is compiled while
 * it runs, for some thousand pages: `search_just_started` is what the first of them get, `search` what it sustains.
 */
export async function measureLoad(server: RunningServer, queries: string[]) {
  const all = queries.map((query) => `/search?q=${encodeURIComponent(query)}`);
  const share = Math.ceil(all.length / 4);
  const searches = all.slice(-share);
  const filtered = searches.map((path) => `${path}&type=practice&region=europe`);
  const again = (path: string) => searches.map(() => path);
  const provision = "/documents/hrgl-2023/recommendation-8";
  await settle(server);
  const justStarted = await hit(server, all.slice(0, share));
  await shoot(server, all.slice(share, -share));
  return {
    search_just_started: justStarted,
    search: await hit(server, searches),
    search_with_filters: await hit(server, filtered),
    search_repeated: await hit(server, again(searches[0] ?? "/search")),
    provision: await hit(server, again(provision)),
    // Under addresses of their own no page is remembered.
    provision_made_anew: await hit(
      server,
      searches.map((_, number) => `${provision}?anew=${number}`),
    ),
    // What the server alone costs, without a page.
    healthz: await hit(server, again("/healthz")),
  };
}

/** After its start the server compares its index with the database: that is no part of what a page costs. */
export async function settle(server: RunningServer): Promise<void> {
  for (let second = 0; second < 60; second++) {
    const before = processorMs(server);
    await setTimeout(1000);
    if (processorMs(server) - before < 50) return;
  }
}

/** Asks for each path once; the first ones only warm the server up. */
async function hit(server: RunningServer, paths: string[]) {
  const warmUp = Math.ceil(paths.length / 10);
  await shoot(server, paths.slice(0, warmUp));
  const before = processorMs(server);
  const result = await shoot(server, paths.slice(warmUp));
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

/** Eight clients that share the paths among them. */
function shoot(server: RunningServer, paths: string[]) {
  let next = 0;
  const take = () => paths[next++ % paths.length];
  return autocannon({
    url: server.origin,
    connections: 8,
    amount: paths.length,
    requests: [{ setupRequest: (request) => ({ ...request, path: take() }) }],
  });
}

/** The processor time that the server has used, in ms, to 10 ms; 0 where the system does not tell. */
export function processorMs({ process: { pid } }: RunningServer): number {
  if (process.platform !== "linux") return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  // User and system time in clock ticks, of which Linux shows a hundred a second.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
