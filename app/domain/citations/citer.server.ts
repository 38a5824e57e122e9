import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Citable, Citation, CitationSource } from "./citation";

type Formats = Pick<Citation, "apa" | "bibtex" | "ris" | "csl">;
type Answer = { number: number; formats: Partial<Formats> } | { number: number; error: Error };

/** The formats of files that reference managers read. */
export type CitationFile = "bibtex" | "ris";
const allFormats = ["apa", "bibtex", "ris", "csl"] as const satisfies (keyof Formats)[];

/** Formats citations with citation-js, in a worker of its own. */
export interface Citer {
  /** Loads the worker before the first reader needs it. */
  start(): void;
  /** The citation of an entry in all formats. `address` is its permanent address, with the origin. */
  cite(source: Citable, address: string): Promise<Citation>;
  /** One of many citations for a file, in its format alone; nothing is remembered of it. */
  write(source: CitationSource, address: string, format: CitationFile): Promise<string>;
  close(): Promise<void>;
}

const remembered = 2_000;

/** `root` is the program's folder. */
export function createCiter(root: string): Citer {
  const cited = new Map<string, Formats>();
  const waiting = new Map<number, { resolve: (formats: Partial<Formats>) => void; reject: (error: Error) => void }>();
  let worker: Worker | undefined;
  let asked = 0;

  function running(): Worker {
    if (worker) return worker;
    worker = new Worker(join(root, "app", "domain", "citations", "citation-worker.mjs"));
    // It must not keep a process alive that has nothing else to do.
    worker.unref();
    worker.on("message", (answer: Answer) => {
      const question = waiting.get(answer.number);
      waiting.delete(answer.number);
      if ("error" in answer) question?.reject(answer.error);
      else question?.resolve(answer.formats);
    });
    worker.on("error", (error) => {
      worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
    return worker;
  }

  const format = <Name extends keyof Formats>(item: object, names: readonly Name[]) =>
    new Promise<Pick<Formats, Name>>((resolve, reject) => {
      asked += 1;
      // The worker answers with what it was asked for.
      waiting.set(asked, { resolve: (formats) => resolve(formats as Pick<Formats, Name>), reject });
      running().postMessage({ number: asked, item, names });
    });

  return {
    start: () => void running(),
    async cite(source, address) {
      const item = toCsl(source, address);
      const key = JSON.stringify(item);
      const formats = cited.get(key) ?? (await format(item, allFormats));
      if (cited.size >= remembered) cited.delete(cited.keys().next().value ?? "");
      cited.set(key, formats);
      return { id: source.id, address, ...formats };
    },
    write: async (source, address, name) => (await format(toCsl(source, address), [name]))[name],
    async close() {
      await worker?.terminate();
    },
  };
}

/** CSL's types for what we hold. */
const cslTypes = {
  document: "report",
  provision: "chapter",
  practice: "webpage",
  "case-study": "report",
  tool: "webpage",
  collection: "webpage",
} as const satisfies Record<Citable["kind"], string>;

function toCsl(source: Citable, address: string) {
  return {
    id: source.id.replace("/", "_"),
    type: cslTypes[source.kind],
    title: source.title,
    language: source.language,
    URL: address,
    ...(source.authors.length > 0 ? { author: source.authors.map((literal) => ({ literal })) } : {}),
    ...(source.date ? { issued: { "date-parts": [source.date.slice(0, 10).split("-").map(Number)] } } : {}),
    // Who signs as author is not named again as publisher.
    ...(source.publisher && !source.authors.includes(source.publisher) ? { publisher: source.publisher } : {}),
    ...(source.partOf && source.partOf !== source.publisher ? { "container-title": source.partOf } : {}),
    ...(source.version ? { version: source.version } : {}),
    ...(source.reviewers.length > 0 ? { note: `Reviewed by ${inOneSentence(source.reviewers)}` } : {}),
  };
}

/** Citations are written in English, whatever the reader's language. */
const inOneSentence = (names: string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(names);
