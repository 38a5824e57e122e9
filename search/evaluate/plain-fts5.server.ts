import type { Database } from "better-sqlite3";
import type { SearchEntry } from "../port";

/** What SQLite does by itself, to measure against: porter stems, any of the words, bm25. Makes its table in the database. */
export function createPlainFts5(sqlite: Database, entries: readonly SearchEntry[]) {
  sqlite.exec("create virtual table plain using fts5(title, text, tokenize = 'porter unicode61')");
  const insert = sqlite.prepare("insert into plain (rowid, title, text) values (?, ?, ?)");
  sqlite.transaction(() => {
    for (const [index, { title, names, summary, text }] of entries.entries()) {
      insert.run(index + 1, title, [...names, summary, text].join("\n\n"));
    }
  })();
  const select = sqlite.prepare("select rowid from plain where plain match ? order by rank limit ?").pluck();
  return {
    /** Ids of the best entries. */
    ids(text: string, limit: number): string[] {
      const expression = anyWord(text);
      if (expression === "") return [];
      return (select.all(expression, limit) as number[]).flatMap((row) => entries[row - 1]?.id ?? []);
    },
  };
}

/** Each word once, quoted: what is quoted is no syntax. */
export function anyWord(text: string): string {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  return [...words].map((word) => `"${word}"`).join(" OR ");
}
