/** An argument as it travels: functions and streams stay where they are and are called there. */
type Argument = { value: unknown } | { function: number } | { stream: number };
interface Failure {
  name: string;
  message: string;
  code?: unknown;
}
export type WorkerMessage =
  | { kind: "call"; id: number; target: string | number; args: Argument[] }
  | { kind: "answer"; id: number; value: unknown }
  | { kind: "failure"; id: number; failure: Failure };

/** So many entries of a stream travel at once; the next ones are read when these are done with. */
const streamBatch = 100;

type Stream = AsyncIterable<unknown> | Iterable<unknown>;
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/**
 * Calls between two threads, either way: a method by its name, with arguments and results that can be cloned. Arguments may also be
 * functions, whose results do not matter, and streams, which the other side pulls at its own pace.
 */
export class WorkerCalls {
  private readonly waiting = new Map<number, Waiting>();
  private readonly functions = new Map<number, (...args: unknown[]) => unknown>();
  private last = 0;

  constructor(
    private readonly post: (message: WorkerMessage) => void,
    /** What answers when the other side calls a method. */
    private readonly answer: (method: string, args: unknown[]) => unknown,
  ) {}

  get isIdle(): boolean {
    return this.waiting.size === 0;
  }

  async call(target: string | number, args: unknown[]): Promise<unknown> {
    const lent: number[] = [];
    this.last += 1;
    const id = this.last;
    try {
      return await new Promise((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        this.post({ kind: "call", id, target, args: args.map((arg) => this.pack(arg, lent)) });
      });
    } finally {
      this.waiting.delete(id);
      for (const number of lent) this.functions.delete(number);
    }
  }

  async receive(message: WorkerMessage): Promise<void> {
    if (message.kind === "answer") return this.waiting.get(message.id)?.resolve(message.value);
    if (message.kind === "failure") return this.waiting.get(message.id)?.reject(toError(message.failure));
    const { id, target } = message;
    try {
      const args = message.args.map((arg) => this.unpack(arg));
      // A function that is gone was lent for a call that has ended.
      const value = typeof target === "number" ? this.functions.get(target)?.(...args) : this.answer(target, args);
      this.post({ kind: "answer", id, value: await value });
    } catch (error) {
      this.post({ kind: "failure", id, failure: toFailure(error) });
    }
  }

  /** The other side is gone: nothing that was asked of it will be answered. */
  failAll(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
  }

  private pack(arg: unknown, lent: number[]): Argument {
    if (typeof arg === "function") return { function: this.lend((...args) => arg(...args), lent) };
    if (!isStream(arg)) return { value: arg };
    const iterator = Symbol.asyncIterator in arg ? arg[Symbol.asyncIterator]() : arg[Symbol.iterator]();
    return { stream: this.lend((stop) => (stop ? iterator.return?.() && [] : nextOf(iterator)), lent) };
  }

  private lend(task: (...args: unknown[]) => unknown, lent: number[]): number {
    this.last += 1;
    this.functions.set(this.last, task);
    lent.push(this.last);
    return this.last;
  }

  private unpack(arg: Argument): unknown {
    if ("value" in arg) return arg.value;
    if ("stream" in arg) return this.pull(arg.stream);
    return (...args: unknown[]) => void this.call(arg.function, args).catch(() => undefined);
  }

  private async *pull(stream: number): AsyncGenerator<unknown> {
    let isOver = false;
    try {
      while (!isOver) {
        const batch = (await this.call(stream, [])) as unknown[];
        isOver = batch.length < streamBatch;
        yield* batch;
      }
    } finally {
      // Whoever reads no further lets the stream end.
      if (!isOver) await this.call(stream, [true]);
    }
  }
}

function isStream(arg: unknown): arg is Stream {
  if (typeof arg !== "object" || arg === null || Array.isArray(arg)) return false;
  return Symbol.asyncIterator in arg || Symbol.iterator in arg;
}

async function nextOf(iterator: AsyncIterator<unknown> | Iterator<unknown>): Promise<unknown[]> {
  const batch: unknown[] = [];
  while (batch.length < streamBatch) {
    const { done, value } = await iterator.next();
    if (done) break;
    batch.push(value);
  }
  return batch;
}

function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  return { name: error.name, message: error.message, ...("code" in error ? { code: error.code } : {}) };
}

function toError({ message, ...more }: Failure): Error {
  return Object.assign(new Error(message), more);
}
