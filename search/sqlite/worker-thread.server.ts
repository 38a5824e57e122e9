// The program of the search thread: the embedded engine, asked by messages (see worker.server.ts).
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "~db/client.server";
import { type SearchServer, type ServerAnswer, ServerSearch } from "../meilisearch/server-search.server";
import type { SearchQuery } from "../port";
import { createSqliteEngine } from "./engine.server";
import type { SqliteWorkerData } from "./worker.server";
import { WorkerCalls, type WorkerMessage } from "./worker-calls";

const { file, thesaurus, asksServer } = workerData as SqliteWorkerData;
const connections = openDatabase(file);
const calls = new WorkerCalls((message) => parentPort?.postMessage(message), answer);
const engine = createSqliteEngine({ ...connections, thesaurus });
// Nothing is lost: what tells that a change is in the index is written later, to the same log, and waits for the disk.
connections.sqlite.pragma("synchronous = NORMAL");

const servers = new Map<string, ServerSearch>();

/** The server that stands before this engine is asked from here, where what it finds is ranked. */
function searchServer(server: SearchServer, query: SearchQuery): Promise<ServerAnswer> {
  const name = JSON.stringify(server);
  const search = servers.get(name) ?? new ServerSearch(server, engine);
  servers.set(name, search);
  return search.search(query);
}

async function answer(method: string, args: unknown[]): Promise<unknown> {
  if (method === "searchServer") return searchServer(...(args as Parameters<typeof searchServer>));
  const task: unknown = Reflect.get(engine, method);
  if (typeof task !== "function") throw new TypeError(`the search engine has no method "${method}"`);
  const value: unknown = await task.apply(engine, args);
  if (method !== "close") return value;
  for (const search of servers.values()) search.close();
  await connections.close();
  return value;
}

parentPort?.on("message", (message: WorkerMessage) => void calls.receive(message));
// The index is read before the first reader asks.
void engine.count().catch(() => undefined);
// What it asks a server with takes a tenth of a second to load.
if (asksServer) void import("undici");
