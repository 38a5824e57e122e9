import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { isTooDeep } from "./markdown-depth";
import { plainHtml } from "./plain-html";
import { longestMarkdown } from "./render-markdown.server";
import type { SafeHtml } from "./safe-html";

/** The text is nested too deep, is too long, or kept the renderer busy for too long. */
export class CannotRender extends Error {
  override name = "CannotRender";
}

/** Renders what people write: in a thread of its own, each text within a limit of time. */
export interface MarkdownRenderer {
  /** What somebody has just typed. @throws CannotRender */
  render(markdown: string): Promise<SafeHtml>;
  /** What readers are shown: it waits for its turn however many wait, and what cannot be rendered is shown as it was written. */
  renderForReaders(markdown: string): Promise<SafeHtml>;
  close(): Promise<void>;
}

type Answer = { ready: true } | { ready?: undefined; number: number; html: SafeHtml | null };

interface Job {
  text: string;
  resolve: (html: SafeHtml) => void;
  reject: (error: Error) => void;
}

const remembered = 2_000;
const mostWaiting = 200;

interface Options {
  /** The program's folder. */
  root: string;
  patienceMs?: number;
  /** The worker's program; another one in tests. */
  program?: string;
}

export function createMarkdownRenderer({
  root,
  patienceMs = 2_000,
  program = join(root, "app", "domain", "text", "markdown-worker.mjs"),
}: Options): MarkdownRenderer {
  const rendered = new Map<string, SafeHtml>();
  /** Being rendered, or waiting for it: many readers may ask for one text at once. */
  const underWay = new Map<string, Promise<SafeHtml>>();
  /** Kept the thread too long: not tried at each reading. */
  const hopeless = new Set<string>();
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let ready = false;
  let current: (Job & { number: number }) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  function start(): void {
    ready = false;
    const own = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: 128 } });
    worker = own;
    // It must not keep a process alive that has nothing else to do.
    own.unref();
    own.on("message", (answer: Answer) => {
      if (own !== worker) return;
      if (answer.ready) ready = true;
      else if (answer.number === current?.number) settle(answer.html);
      next();
    });
    own.on("error", () => own === worker && giveUp());
    own.on("exit", () => own === worker && giveUp());
  }

  function settle(html: SafeHtml | null): void {
    clearTimeout(timer);
    const job = current;
    current = undefined;
    if (!job) return;
    if (html === null) {
      if (ready && hopeless.size < remembered) hopeless.add(job.text);
      job.reject(new CannotRender());
    } else {
      if (rendered.size >= remembered) rendered.delete(rendered.keys().next().value ?? "");
      rendered.set(job.text, html);
      job.resolve(html);
    }
  }

  /** Ends the thread with the text that keeps it; the others wait for the next one. */
  function giveUp(): void {
    const broken = worker;
    worker = undefined;
    // A thread that never came up fails who waits for it, instead of being started for ever.
    if (!ready) current ??= takeJob();
    settle(null);
    void broken?.terminate();
    next();
  }

  function takeJob(): typeof current {
    const job = waiting.shift();
    return job && { ...job, number: ++asked };
  }

  function next(): void {
    if (current || waiting.length === 0) return;
    if (!worker) start();
    else if (ready) {
      current = takeJob();
      timer = setTimeout(giveUp, patienceMs);
      worker.postMessage({ number: current?.number, text: current?.text });
    }
  }

  function render(text: string, mostBefore: number): Promise<SafeHtml> {
    const known = rendered.get(text);
    if (known !== undefined) return Promise.resolve(known);
    const asked = underWay.get(text);
    if (asked) return asked;
    if (text.length > longestMarkdown || isTooDeep(text) || waiting.length >= mostBefore) {
      return Promise.reject(new CannotRender());
    }
    const rendering = new Promise<SafeHtml>((resolve, reject) => {
      waiting.push({ text, resolve, reject });
      next();
    }).finally(() => underWay.delete(text));
    underWay.set(text, rendering);
    return rendering;
  }

  return {
    render: (text) => render(text, mostWaiting),
    async renderForReaders(text) {
      if (hopeless.has(text)) return plainHtml(text);
      return render(text, Number.POSITIVE_INFINITY).catch(() => plainHtml(text));
    },
    async close() {
      const last = worker;
      worker = undefined;
      clearTimeout(timer);
      for (const { reject } of [...(current ? [current] : []), ...waiting.splice(0)]) reject(new CannotRender());
      current = undefined;
      await last?.terminate();
    },
  };
}
