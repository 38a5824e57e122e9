import { readFileSync } from "node:fs";
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { describeIssue } from "./describe-issue";
import type { SeedProblem } from "./seed-error";

type Path = readonly PropertyKey[];

/** An entry of a seed file that knows where it stands. */
export interface Located<Value> {
  file: string;
  /** As written: names the entry even when it does not hold to its schema. */
  raw: unknown;
  /** Undefined when it does not hold to its schema. */
  value: Value | undefined;
  /** The line of the field at `path`, or of what is nearest to it. */
  lineAt(path: Path): number;
}

interface ParsedFile {
  raw: unknown;
  /** Whether it is sound YAML; else `raw` is what could be read. */
  sound: boolean;
  lineAt(path: Path): number;
  keyLine(path: Path, key: string): number;
}

/** Reads a file that holds one entry. Problems are added to `problems`. */
export function readEntry<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  problems: SeedProblem[],
): Located<z.output<Schema>>[] {
  const parsed = parseFile(file, problems);
  return [locate(file, parsed, [], parsed.raw, schema, problems)];
}

/** Reads a file that holds a list of entries. Problems are added to `problems`. */
export function readList<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  problems: SeedProblem[],
): Located<z.output<Schema>>[] {
  const parsed = parseFile(file, problems);
  if (!Array.isArray(parsed.raw)) {
    if (parsed.sound) problems.push({ file, line: 1, message: "holds no list: each entry begins with a hyphen" });
    return [];
  }
  return parsed.raw.map((raw, index) => locate(file, parsed, [index], raw, schema, problems));
}

function parseFile(file: string, problems: SeedProblem[]): ParsedFile {
  const lineCounter = new LineCounter();
  // "failsafe" leaves every scalar as text: target 16.10 stays 16.10 and country NO is not false.
  const source = readFileSync(file, "utf8");
  const document = parseDocument(source, { lineCounter, schema: "failsafe", prettyErrors: false });
  const lineOf = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  const faults = [...document.errors, ...document.warnings];
  for (const { pos, message } of faults) {
    // What was never closed is found missing at the end of the file: where it began helps more.
    const offset = pos[0] >= source.trimEnd().length ? lastStart(document.contents) : pos[0];
    problems.push({ file, line: lineOf(offset), message: `YAML: ${message}` });
  }
  const aliases = aliasesIn(document);
  for (const { offset, name } of aliases) {
    problems.push({
      file,
      line: lineOf(offset),
      message: `text that begins with an asterisk needs quotes: “*${name}”`,
    });
  }
  const start = (node: unknown) => (isNode(node) && node.range ? lineOf(node.range[0]) : 1);
  return {
    // An alias without its anchor cannot be turned into data.
    raw: aliases.length === 0 ? document.toJS() : null,
    sound: faults.length === 0 && aliases.length === 0,
    lineAt: (path) => start(nodeAt(document, path)),
    keyLine(path, key) {
      const node = nodeAt(document, path);
      const pair = isMap(node) && node.items.find((item) => isScalar(item.key) && item.key.value === key);
      return start(pair ? pair.key : node);
    },
  };
}

/** YAML's `*name`: seeds never mean it, but Markdown emphasis at the beginning of a text looks the same. */
function aliasesIn(document: Document.Parsed): { offset: number; name: string }[] {
  const found: { offset: number; name: string }[] = [];
  visit(document, { Alias: (_, { range, source }) => void found.push({ offset: range?.[0] ?? 0, name: source }) });
  return found;
}

/** Where the last scalar or empty collection of the node begins. */
function lastStart(node: unknown): number {
  const last = isMap(node)
    ? (node.items.at(-1)?.value ?? node.items.at(-1)?.key)
    : isSeq(node)
      ? node.items.at(-1)
      : null;
  if (last) return lastStart(last);
  return isNode(node) && node.range ? node.range[0] : 0;
}

/** The node at the path; where the path leaves the file, the last node on its way. */
function nodeAt(document: Document.Parsed, path: Path): unknown {
  let node: unknown = document.contents;
  for (const step of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(step, true) : undefined;
    if (!isNode(next)) break;
    node = next;
  }
  return node;
}

function locate<Schema extends z.ZodType>(
  file: string,
  parsed: ParsedFile,
  base: Path,
  raw: unknown,
  schema: Schema,
  problems: SeedProblem[],
): Located<z.output<Schema>> {
  const lineAt = (path: Path) => parsed.lineAt([...base, ...path]);
  if (!parsed.sound) return { file, raw, value: undefined, lineAt };
  const result = schema.safeParse(raw);
  const told = new Set<string>();
  for (const issue of result.error?.issues ?? []) {
    const path = [...base, ...issue.path];
    // One problem for each field: what follows from the first helps nobody.
    if (told.has(path.join("/"))) continue;
    told.add(path.join("/"));
    for (const { message, key } of describeIssue(issue, raw)) {
      problems.push({ file, line: key ? parsed.keyLine(path, key) : parsed.lineAt(path), message });
    }
  }
  return { file, raw, value: result.data, lineAt };
}
