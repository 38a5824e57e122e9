import type { Database } from "better-sqlite3";
import { anyWord } from "~search/evaluate/plain-fts5.server";
import type { FacetName, SearchEntry, SearchQuery } from "~search/port";

/** What SQLite does by itself: porter stems, any word, bm25, snippet() and GROUP BY. The measure to be beaten. */
export class PlainFts5 {
  constructor(
    private readonly sqlite: Database,
    readonly countedFacets: readonly FacetName[],
  ) {
    sqlite.exec(`
      create virtual table plain using fts5(title, body, tokenize = 'porter unicode61');
      create table plain_entry (slot integer primary key, id text not null);
      create table plain_facet (slot integer not null, facet text not null, value text not null, primary key (slot, facet, value)) without rowid;
      create index plain_facet_value on plain_facet (facet, value, slot);
    `);
  }

  put(entries: Iterable<SearchEntry>): void {
    const text = this.sqlite.prepare("insert into plain (rowid, title, body) values (?, ?, ?)");
    const row = this.sqlite.prepare("insert into plain_entry (slot, id) values (?, ?)");
    const facet = this.sqlite.prepare("insert or ignore into plain_facet (slot, facet, value) values (?, ?, ?)");
    this.sqlite.transaction(() => {
      let slot = 0;
      for (const entry of entries) {
        slot += 1;
        row.run(slot, entry.id);
        text.run(slot, entry.title, [entry.names.join(" "), entry.summary, entry.text].join("\n\n"));
        for (const name of this.countedFacets) for (const value of entry.facets[name]) facet.run(slot, name, value);
      }
    })();
  }

  /** A full search: hits with extracts, total, and facet counts. */
  search(query: SearchQuery): { total: number; hits: unknown[]; facets: unknown[] } {
    const expression = anyWord(query.text);
    const filters = Object.entries(query.filters).map(
      ([facet, values]) =>
        `and +plain.rowid in (select slot from plain_facet where facet = '${facet}' and value in (${values.map((value) => `'${value}'`).join(",")}))`,
    );
    const where = `plain match ? ${filters.join(" ")}`;
    const hits = this.sqlite
      .prepare(
        `select rowid, title, snippet(plain, 1, '[', ']', '…', 40) from plain where ${where} order by rank limit ?`,
      )
      .all(expression, query.perPage);
    const total = this.sqlite.prepare(`select count(*) from plain where ${where}`).pluck().get(expression) as number;
    const facets = this.countedFacets.map((facet) =>
      this.sqlite
        .prepare(
          `select value, count(*) from plain cross join plain_facet on slot = plain.rowid where ${where} and facet = ? group by value order by 2 desc`,
        )
        .all(expression, facet),
    );
    return { total, hits, facets };
  }

  suggest(typed: string, limit: number): unknown[] {
    const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    const expression = `title : (${words.map((word) => `"${word}"`).join(" ")}*)`;
    return this.sqlite
      .prepare("select title from plain where plain match ? order by rank limit ?")
      .all(expression, limit);
  }
}
