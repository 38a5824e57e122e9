import { setTimeout } from "node:timers/promises";
import { type EnqueuedTaskPromise, type Index, Meilisearch } from "meilisearch";
import type { EntryDocument } from "./document";

export interface ConnectionOptions {
  url: string;
  key: string;
  /** No request waits longer than this. */
  timeoutMs: number;
}

/** How long the server may take to make a change that waits in its queue. */
const taskPatienceMs = 10 * 60_000;
const firstPauseMs = 10;
const longestPauseMs = 100;

/** `anew`: each request on a connection of its own. A server that refuses a long text leaves what it did not read on the old one, and hangs. */
export function connect({ url, key, timeoutMs }: ConnectionOptions, { anew = false } = {}): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey: key,
    timeout: timeoutMs,
    // On a short way, packing an answer takes ten times as long as sending it.
    requestInit: { headers: { "accept-encoding": "identity", ...(anew && { connection: "close" }) } },
  });
}

/** `code` is the server's own. */
export class FailedTask extends Error {
  override name = "FailedTask";

  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

/**
 * Waits until the server has done what it was asked to. The client's own waiting would wait for one lost answer as long as for the task.
 * @throws FailedTask when it could not: the client alone would say nothing.
 */
export async function done(client: Meilisearch, enqueued: EnqueuedTaskPromise): Promise<void> {
  const { taskUid } = await enqueued;
  const until = performance.now() + taskPatienceMs;
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 1.2)) {
    const { status, error } = await client.tasks.getTask(taskUid);
    if (status === "succeeded") return;
    if (status !== "enqueued" && status !== "processing") {
      throw new FailedTask(`Meilisearch: ${error?.message ?? `the task was ${status}`}`, error?.code);
    }
    if (performance.now() > until) throw new Error("Meilisearch has not come to a change for ten minutes");
    await setTimeout(pause);
  }
}

export type EntryIndex = Index<EntryDocument>;
