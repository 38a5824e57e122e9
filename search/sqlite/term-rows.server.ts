import type { Database, Statement } from "better-sqlite3";
import { tablesOf } from "./tables.server";

/** Row ids kept in memory, four bytes each: the terms that are asked for most, and these are the costly ones. */
const mostKept = 4_000_000;

/** Which entries have a term, asked of FTS5 once for each term and version of the index. */
export class TermRows {
  private readonly statement: Statement;
  private readonly lists = new Map<number, Uint32Array>();
  private kept = 0;

  constructor(
    sqlite: Database,
    generation: number,
    private readonly wordOf: (term: number) => string,
  ) {
    const { fts } = tablesOf(generation);
    // One string of row ids: ten times quicker than a row at a time.
    this.statement = sqlite.prepare(`select group_concat(rowid) from ${fts} where ${fts} match ?`).pluck();
  }

  of(term: number): Uint32Array {
    const known = this.lists.get(term);
    if (known) return known;
    // What is quoted can break no expression.
    const found = this.statement.get(`"${this.wordOf(term).replaceAll('"', '""')}"`);
    const list = readNumbers((found as string | null) ?? "");
    if (this.kept + list.length > mostKept) this.clear();
    this.lists.set(term, list);
    this.kept += list.length;
    return list;
  }

  clear(): void {
    this.lists.clear();
    this.kept = 0;
  }
}

/** `"3,17,204"` → numbers. */
function readNumbers(list: string): Uint32Array {
  const numbers = new Uint32Array((list.length >> 1) + 1);
  let count = 0;
  let number = 0;
  for (let i = 0; i < list.length; i++) {
    const code = list.charCodeAt(i);
    if (code === 44) {
      numbers[count++] = number;
      number = 0;
    } else number = number * 10 + code - 48;
  }
  if (list.length > 0) numbers[count++] = number;
  // A copy of its own length: a view would keep the longer one alive.
  return numbers.slice(0, count);
}
