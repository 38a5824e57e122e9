import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { SearchEngine, SearchQuery } from "~search/port";
import { summarise, timed } from "./times";

/** How long a page that has nothing to do with searches waits, while so many of them run at once: a bare server on this thread. */
export async function measureWaiting(engine: SearchEngine, queries: SearchQuery[]) {
  const server = createServer((_, response) => response.end("ok"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const ask = async () => (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
  for (let i = 0; i < 20; i++) await ask();
  let isRunning = true;
  const searching = Promise.all(queries.map((query) => engine.search(query))).finally(() => {
    isRunning = false;
  });
  const waits: number[] = [];
  while (isRunning) waits.push(await timed(ask));
  await searching;
  await new Promise((resolve) => server.close(resolve));
  return {
    searches: queries.length,
    answers: waits.length,
    ...summarise(waits),
    longest: Math.round(Math.max(...waits) * 100) / 100,
  };
}
