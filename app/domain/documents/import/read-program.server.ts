// Reads one file for `readInProcess`, in a process of its own: what takes too long or too much memory ends this and nothing else.
import { setPriority } from "node:os";
import { findStructure } from "./find-structure";
import { ImportError } from "./import-error";
import { readSource } from "./read-source.server";

/** More than a book has. */
const mostProvisions = 5_000;
/** Addresses grow with each level: deeper than this, they are most of what was read. */
const deepest = 20;

// Readers come first.
setPriority(10);
const [, , path = "", name = ""] = process.argv;

try {
  const source = await readSource(path, name);
  const document = findStructure(source.lines, source.name, {});
  document.warnings.unshift(...source.warnings);
  const { provisions } = document;
  const isTooMuch = provisions.length > mostProvisions || provisions.some(({ depth }) => depth > deepest);
  process.stdout.write(JSON.stringify(isTooMuch ? { problem: "too-much" } : { document, sha256: source.sha256 }));
} catch (error) {
  if (!(error instanceof ImportError)) throw error;
  process.stdout.write(JSON.stringify({ problem: error.message }));
}
