import { expect, test } from "vitest";
import type { SearchHit } from "~search/port";
import { parseThesaurus } from "~search/query/thesaurus";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { aQuery } from "../../contracts/search-engine";
import { anEntry, library } from "../../contracts/search-entries";
import { markedWords } from "../../contracts/search-questions";
import { tempDatabase } from "../../support/temp";

const asked = { text: "budget", language: "en" };
const idsOf = (found: (SearchHit | string)[]) => found.map((one) => (typeof one === "string" ? `?${one}` : one.id));
const thesaurus = parseThesaurus([{ en: ["mayor", "town hall"] }, { en: ["bench", "seat"] }]);

/** Thousands of entries that say a few words more or less often. */
function entriesOf(count: number) {
  const words = ["water", "mayor", "bench", "harbour", "town", "hall", "seat", "tree", "street", "lamp"];
  return Array.from({ length: count }, (_, number) => {
    const text = words.flatMap((word, i) => Array.from({ length: (number * (i + 3) + (number >> i)) % 5 }, () => word));
    return anEntry({ id: `entry-${number}`, title: `Report ${number}`, text: [...text, "plan"].join(" ") });
  });
}

test("a few entries score what they score among all, whatever the words are", async () => {
  const engine = createSqliteEngine({ ...(await tempDatabase()), thesaurus });
  await engine.put(entriesOf(3000));
  for (const text of ["plan", "water plan", "mayor plan", "bench mayor tree plan", "town hall plan", "harbour"]) {
    const all = await engine.search(aQuery({ text, perPage: 3000 }));
    expect(all.total).toBeGreaterThan(2000);
    const some = all.hits.filter((_, place) => place < 250 && place % 5 === 0);
    const ids = some.map(({ id }) => id).sort();
    const sorted = { by: "relevance" as const, from: 0, count: 100 };
    const shown = await engine.showFound({ text, language: "en", ids, sorted });
    expect(shown, text).toEqual(some);
  }
});

test("what was found elsewhere is put in order and shown by parts; what is not known here comes last, as an id", async () => {
  const engine = createSqliteEngine(await tempDatabase());
  await engine.put(library);
  const { hits } = await engine.search(aQuery(asked));
  expect(hits.length).toBeGreaterThan(2);
  const ids = ["new-1", ...hits.map(({ id }) => id).reverse(), "new-2"];
  const part = (from: number, count: number) =>
    engine.showFound({ ...asked, ids, sorted: { by: "relevance", from, count } });
  const expected = [...hits.map(({ id }) => id), "?new-1", "?new-2"];
  expect(idsOf(await part(0, 100))).toEqual(expected);
  for (let from = 0; from <= expected.length; from++) {
    expect(idsOf(await part(from, 2))).toEqual(expected.slice(from, from + 2));
  }
  const [best] = await part(0, 1);
  expect(typeof best === "object" && markedWords(best.title).length + markedWords(best.extract).length).toBeTruthy();
});

test("it keeps its order when none is asked for, and may stand in that of the titles", async () => {
  const engine = createSqliteEngine(await tempDatabase());
  await engine.put(
    ["Éclair", "Zebra", "apple", "10 trees", "9 trees"].map((title, i) => anEntry({ id: `${i}`, title })),
  );
  const ids = ["1", "unknown", "0", "3", "2", "4"];
  expect(idsOf(await engine.showFound({ ...asked, ids }))).toEqual(["1", "?unknown", "0", "3", "2", "4"]);
  const sorted = { by: "title" as const, from: 0, count: 6 };
  expect(idsOf(await engine.showFound({ ...asked, ids, sorted }))).toEqual(["4", "3", "2", "0", "1", "?unknown"]);
});
