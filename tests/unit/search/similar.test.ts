import { expect, test } from "vitest";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { anEntry } from "../../contracts/search-entries";
import { tempDatabase } from "../../support/temp";

const entries = [
  anEntry({
    id: "budget",
    kind: "tool",
    title: "Participatory budgeting",
    text: "Inhabitants decide on the municipal budget.",
  }),
  anEntry({
    id: "douala",
    kind: "practice",
    title: "A budget of the inhabitants",
    text: "People decide on the budget of Douala.",
  }),
  anEntry({
    id: "ariana",
    kind: "practice",
    title: "Ariana",
    text: "Its inhabitants decide on a part of the municipal budget.",
  }),
  anEntry({ id: "housing", kind: "practice", title: "Homes", text: "Cooperatives build homes in the centre." }),
  anEntry({ id: "homes", kind: "tool", title: "Cooperative homes", text: "Homes that cooperatives build and let." }),
  ...["a", "b", "c", "d", "e"].map((letter) =>
    anEntry({
      id: `report/${letter}`,
      kind: "provision",
      title: `Report, ${letter}`,
      text: "Inhabitants decide on the budget.",
    }),
  ),
];

async function similarTo(id: string, options: Parameters<ReturnType<typeof createSqliteEngine>["similar"]>[1]) {
  const engine = createSqliteEngine(await tempDatabase());
  await engine.rebuild(entries);
  return (await engine.similar(id, options)).map((hit) => hit.id);
}

test("what says the same comes first, never the entry itself", async () => {
  const ids = await similarTo("budget", { limit: 3, kinds: ["practice"] });
  expect(ids.sort()).toEqual(["ariana", "douala"]);
  expect(await similarTo("homes", { limit: 5 })).toEqual(["housing"]);
});

test("a provision has at most half of them from its own document", async () => {
  const ids = await similarTo("report/a", { limit: 4 });
  expect(ids).not.toContain("report/a");
  expect(ids.filter((id) => id.startsWith("report/"))).toHaveLength(2);
  expect(ids.filter((id) => !id.startsWith("report/"))).toHaveLength(2);
});

test("nothing is like what the index does not hold", async () => {
  expect(await similarTo("nowhere", { limit: 4 })).toEqual([]);
});

test("nothing is marked", async () => {
  const engine = createSqliteEngine(await tempDatabase());
  await engine.rebuild(entries);
  const hits = await engine.similar("budget", { limit: 4 });
  expect(hits.length).toBeGreaterThan(0);
  expect(hits.flatMap((hit) => [...hit.title, ...hit.extract]).filter((piece) => piece.marked)).toEqual([]);
});
