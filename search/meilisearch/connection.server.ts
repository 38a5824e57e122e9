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

/** `anew`: each request on a connection of its own. A server that refuses a long text leaves what it did not read on the old one, and hangs. */
export function connect({ url, key, timeoutMs }: ConnectionOptions, { anew = false } = {}): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey: key,
    timeout: timeoutMs,
    // On a short way, packing an answer takes ten times as long as sending it.
    requestInit: { headers: { "accept-encoding": "identity", ...(anew && { connection: "close" }) } },
    defaultWaitOptions: { timeout: taskPatienceMs, interval: 10 },
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
 * Waits until the server has done what it was asked to.
 * @throws FailedTask when it could not: the client alone would say nothing.
 */
export async function done(enqueued: EnqueuedTaskPromise): Promise<void> {
  const task = await enqueued.waitTask();
  if (task.status === "succeeded") return;
  throw new FailedTask(`Meilisearch: ${task.error?.message ?? `the task was ${task.status}`}`, task.error?.code);
}

export type EntryIndex = Index<EntryDocument>;
