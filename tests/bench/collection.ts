import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { facetNames, type SearchEntry } from "~search/port";

/** Entries, queries, and which entries answer them how well. */
export interface Collection {
  name: string;
  entries: SearchEntry[];
  queries: { text: string; language: string; grades: Map<string, number> }[];
}

/** Judged collections that may lie beside the repository; they are for measuring only. */
export function judgedFolders(root: string): string[] {
  const folder = join(root, "..", "shared", "judged");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "qrels.tsv")));
}

function readLines(file: string): Record<string, string>[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Record<string, string>);
}

/** An entry of which only the texts are known. */
export function bareEntry(id: string, title: string, text: string, language: string): SearchEntry {
  const facets = Object.fromEntries(facetNames.map((name) => [name, [] as string[]])) as SearchEntry["facets"];
  facets.type = ["document"];
  return {
    id,
    kind: "document",
    language,
    title,
    names: [],
    summary: "",
    text,
    url: `/${id}`,
    date: null,
    facets,
    location: null,
  };
}

export function readCollection(folder: string): Collection {
  const name = basename(folder);
  const language = /-([a-z]{2})$/.exec(name)?.[1] ?? "en";
  const grades = new Map<string, Map<string, number>>();
  for (const line of readFileSync(join(folder, "qrels.tsv"), "utf8").split("\n").filter(Boolean)) {
    const [query = "", document = "", grade = "0"] = line.split("\t");
    const known = grades.get(query) ?? new Map<string, number>();
    grades.set(query, known.set(document, Number(grade)));
  }
  return {
    name,
    entries: readLines(join(folder, "docs.jsonl")).map((doc) =>
      bareEntry(doc.id ?? "", doc.title ?? "", doc.text ?? "", doc.lang ?? language),
    ),
    queries: readLines(join(folder, "queries.jsonl"))
      .filter((query) => grades.has(query.id ?? ""))
      .map((query) => ({
        text: query.text ?? "",
        language: query.lang ?? language,
        grades: grades.get(query.id ?? "") ?? new Map(),
      })),
  };
}

/** The repository's root, wherever the bundle of this file lies. */
export function repositoryRoot(): string {
  return process.env.BENCH_ROOT ?? fileURLToPath(new URL("../..", import.meta.url));
}
