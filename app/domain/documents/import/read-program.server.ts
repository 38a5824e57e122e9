// Reads one file for `readInProcess`, in a process of its own: what takes too long or too much memory ends this and nothing else.
import { findStructure } from "./find-structure";
import { ImportError } from "./import-error";
import { readSource } from "./read-source.server";

const [, , path = "", name = ""] = process.argv;

try {
  const source = await readSource(path, name);
  const document = findStructure(source.lines, source.name, {});
  document.warnings.unshift(...source.warnings);
  process.stdout.write(JSON.stringify({ document, sha256: source.sha256 }));
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  process.stdout.write(JSON.stringify({ problem: error.message }));
}
