import { Pool } from "undici";
import { SearchRequests } from "~search/meilisearch/search-requests.server";
import { Searcher } from "~search/meilisearch/searcher.server";
import type { SearchEngine, SearchQuery } from "~search/port";
import type { QueryReader } from "~search/query/read-query";
import { summarise, timed } from "./times";

interface Server {
  url: string;
  key: string;
  index: string;
}

/**
 * What our code adds to a search on the server: a search, and in turns with it the requests that it sends, alone, at once and with
 * nothing done about the answers. The server says whole milliseconds of what it did, rounded down for each query; this is all of it.
 */
export async function measureAdapter(
  engine: SearchEngine,
  reader: QueryReader,
  server: Server,
  queries: SearchQuery[],
) {
  const requests = new SearchRequests({ ...server, timeoutMs: 10_000 });
  const pool = new Pool(server.url);
  let bodies: string[] = [];
  const recorder = {
    multiSearch<T>(body: unknown): Promise<T> {
      bodies.push(JSON.stringify(body));
      return requests.multiSearch<T>(body);
    },
  };
  const searcher = new Searcher(recorder, server.index, reader, () => Promise.resolve([]));
  const send = async (body: string) => {
    const headers = {
      "content-type": "application/json",
      "accept-encoding": "identity",
      authorization: `Bearer ${server.key}`,
    };
    const answer = await pool.request({ path: "/multi-search", method: "POST", headers, body });
    await answer.body.arrayBuffer();
  };
  const alone: number[] = [];
  const added: number[] = [];
  try {
    for (const [number, query] of queries.entries()) {
      bodies = [];
      // Both then find the server warm for this query.
      await searcher.search(query, await reader.readQuery(query.text, query.language));
      const asked = bodies;
      // In other spaces: our own memory does not know it.
      const search = () => timed(() => engine.search({ ...query, text: ` ${query.text}` }));
      const bare = () => timed(() => Promise.all(asked.map(send)));
      const [first, second] = number % 2 === 0 ? [search, bare] : [bare, search];
      const times = [await first(), await second()] as const;
      const [whole, part] = number % 2 === 0 ? times : [times[1], times[0]];
      alone.push(part);
      added.push(whole - part);
    }
  } finally {
    requests.close();
    await pool.close();
  }
  return { requestsAlone: summarise(alone), adapter: summarise(added) };
}
