// The program of the search thread: the embedded engine, asked by messages (see worker.server.ts).
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "~db/client.server";
import { createSqliteEngine } from "./engine.server";
import type { SqliteWorkerData } from "./worker.server";
import { WorkerCalls, type WorkerMessage } from "./worker-calls";

const { file, thesaurus } = workerData as SqliteWorkerData;
const connections = openDatabase(file);
const calls = new WorkerCalls((message) => parentPort?.postMessage(message), answer);
const engine = createSqliteEngine({ ...connections, thesaurus });
// Nothing is lost: what tells that a change is in the index is written later, to the same log, and waits for the disk.
connections.sqlite.pragma("synchronous = NORMAL");

async function answer(method: string, args: unknown[]): Promise<unknown> {
  const task: unknown = Reflect.get(engine, method);
  if (typeof task !== "function") throw new TypeError(`the search engine has no method "${method}"`);
  const value: unknown = await task.apply(engine, args);
  if (method === "close") await connections.close();
  return value;
}

parentPort?.on("message", (message: WorkerMessage) => void calls.receive(message));
// The index is read before the first reader asks.
void engine.count().catch(() => undefined);
