import { join } from "node:path";
import SQLite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { keepStatements } from "~db/kept-statements.server";
import { tempFolder } from "../../support/temp";

function open() {
  const file = join(tempFolder(), "kept.sqlite");
  const writer = new SQLite(file);
  writer.exec("create table word (id integer primary key, text text); insert into word (text) values ('one'), ('two')");
  const sqlite = new SQLite(file, { readonly: true });
  return { writer, sqlite, kept: keepStatements(sqlite), prepared: vi.spyOn(sqlite, "prepare") };
}

test("a question that was asked before is not prepared again, and follows what is there", () => {
  const { writer, kept, prepared } = open();
  const ask = (id: number) => kept.prepare("select * from word where id >= ? order by id").all([id]);
  expect(ask(1)).toEqual([
    { id: 1, text: "one" },
    { id: 2, text: "two" },
  ]);
  writer.exec("update word set text = 'deux' where id = 2; alter table word add column language text default 'fr'");
  expect(ask(2)).toEqual([{ id: 2, text: "deux", language: "fr" }]);
  expect(prepared).toHaveBeenCalledTimes(1);
});

test("what is read row by row may be asked again meanwhile", () => {
  const { kept } = open();
  const statement = kept.prepare("select id from word order by id");
  const seen: unknown[] = [];
  for (const row of statement.iterate([])) seen.push(row, ...statement.all([]));
  expect(seen).toEqual([{ id: 1 }, { id: 1 }, { id: 2 }, { id: 2 }, { id: 1 }, { id: 2 }]);
});

test("not more than 500 are kept: those that were asked last", () => {
  const { kept, prepared } = open();
  for (let number = 0; number < 500; number++) kept.prepare(`select ${number}`);
  kept.prepare("select 0");
  kept.prepare("select 500");
  expect(prepared).toHaveBeenCalledTimes(501);
  kept.prepare("select 0");
  expect(prepared).toHaveBeenCalledTimes(501);
  kept.prepare("select 1");
  expect(prepared).toHaveBeenCalledTimes(502);
});
