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

export function connect({ url, key, timeoutMs }: ConnectionOptions): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey: key,
    timeout: timeoutMs,
    // On a short way, packing an answer takes ten times as long as sending it.
    requestInit: { headers: { "accept-encoding": "identity" } },
    defaultWaitOptions: { timeout: taskPatienceMs, interval: 10 },
  });
}

/**
 * Waits until the server has done what it was asked to.
 * @throws Error when it could not: the client alone would say nothing.
 */
export async function done(enqueued: EnqueuedTaskPromise): Promise<void> {
  const task = await enqueued.waitTask();
  if (task.status === "succeeded") return;
  throw Object.assign(new Error(`Meilisearch: ${task.error?.message ?? `the task was ${task.status}`}`), {
    code: task.error?.code,
  });
}

export type EntryIndex = Index<EntryDocument>;
