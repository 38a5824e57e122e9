import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { textLanguage } from "../analysis/text-language";
import { facetNames, type SearchEntry } from "../port";

/** Entries, queries, and how well which entries answer them. */
export interface JudgedCollection {
  name: string;
  entries: SearchEntry[];
  queries: JudgedQuery[];
}

export interface JudgedQuery {
  text: string;
  /** The reader's language. */
  language: string;
  /** By id of an entry; above 0 it is relevant. */
  grades: Map<string, number>;
}

/** A collection that cannot be read; names file and line for whoever wrote it. */
export class CollectionError extends Error {
  override name = "CollectionError";
}

const id = z.union([z.string().min(1), z.number().transform(String)], "expected a name or a number");
const lang = z.string().min(2).nullish();
const documentSchema = z.object({ id, title: z.string().nullish(), text: z.string(), lang });
const querySchema = z.object({ id, text: z.string(), lang });

/**
 * Reads `docs.jsonl`, `queries.jsonl` and `qrels.tsv` of a folder. Queries without a relevant document are left out.
 * @throws CollectionError at the first file or line that is missing or broken.
 */
export function readJudgedCollection(folder: string): JudgedCollection {
  const documents = new Map<string, SearchEntry>();
  for (const { id, title, text, lang, line } of readRecords(join(folder, "docs.jsonl"), documentSchema)) {
    if (documents.has(id)) fail(folder, "docs.jsonl", line, `the id “${id}” is there twice`);
    documents.set(id, bareEntry(id, title ?? "", text, lang ?? textLanguage(`${title ?? ""}\n${text}`)));
  }
  const reader = mostFrequent([...documents.values()].map((entry) => entry.language)) ?? "en";
  const queries = new Map<string, JudgedQuery>();
  for (const { id, text, lang, line } of readRecords(join(folder, "queries.jsonl"), querySchema)) {
    if (queries.has(id)) fail(folder, "queries.jsonl", line, `the id “${id}” is there twice`);
    queries.set(id, { text, language: lang ?? reader, grades: new Map() });
  }
  for (const { text, line } of readLines(join(folder, "qrels.tsv"))) {
    const [queryId = "", documentId = "", grade = "", ...more] = judgementOf(text);
    if (!/^-?\d+$/.test(grade) || more.length > 0) {
      fail(folder, "qrels.tsv", line, "expected a query, a document and a whole number, with tabs between");
    }
    const query = queries.get(queryId) ?? fail(folder, "qrels.tsv", line, `there is no query “${queryId}”`);
    if (!documents.has(documentId)) fail(folder, "qrels.tsv", line, `there is no document “${documentId}”`);
    query.grades.set(documentId, Number(grade));
  }
  return {
    name: basename(resolve(folder)),
    entries: [...documents.values()],
    queries: [...queries.values()].filter(({ grades }) => Math.max(0, ...grades.values()) > 0),
  };
}

/** Parts of a line, with tabs between them or spaces; of the four that TREC has, the second says nothing. */
function judgementOf(line: string): string[] {
  const parts = line.trim().split(line.includes("\t") ? /\s*\t\s*/ : /\s+/);
  return parts.length === 4 ? parts.filter((_, place) => place !== 1) : parts;
}

function fail(folder: string, file: string, line: number, problem: string): never {
  throw new CollectionError(`${join(folder, file)}:${line} ${problem}`);
}

/** Lines that are not empty, with their numbers. */
function readLines(file: string): { text: string; line: number }[] {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CollectionError(`${file} is ${found ? "no file" : "missing"}`);
  const lines = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  return lines.flatMap((text, index) => (text.trim() === "" ? [] : [{ text, line: index + 1 }]));
}

function readRecords<Schema extends z.ZodType<object>>(
  file: string,
  schema: Schema,
): (z.output<Schema> & { line: number })[] {
  return readLines(file).map(({ text, line }) => {
    let raw: unknown;
    try {
      raw = JSON.parse(text);
    } catch {
      throw new CollectionError(`${file}:${line} is no JSON`);
    }
    const read = schema.safeParse(raw);
    const [issue] = read.error?.issues ?? [];
    if (!read.success) throw new CollectionError(`${file}:${line} ${issue?.path.join(".")}: ${issue?.message}`);
    return { ...read.data, line };
  });
}

function mostFrequent(values: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** An entry of which only the texts are known. */
export function bareEntry(id: string, title: string, text: string, language: string): SearchEntry {
  const facets = Object.fromEntries(facetNames.map((name) => [name, [] as string[]])) as SearchEntry["facets"];
  facets.type = ["document"];
  const none = { names: [], summary: "", date: null, location: null };
  return { id, kind: "document", language, title, text, url: `/${encodeURIComponent(id)}`, facets, ...none };
}
