import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Judged collections that may lie beside the repository; they are for measuring only. */
export function judgedFolders(root: string): string[] {
  const folder = join(root, "..", "shared", "judged");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, "qrels.tsv")));
}

/** The repository's root, wherever the bundle of this file lies. */
export function repositoryRoot(): string {
  return process.env.BENCH_ROOT ?? fileURLToPath(new URL("../..", import.meta.url));
}
