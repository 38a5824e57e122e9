import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { searchEntries } from "~search/documents.server";
import type { SearchEntry } from "~search/port";
import { createSqliteEngine } from "~search/sqlite/engine.server";
import { loadSeeds } from "~seeds/load-seeds.server";
import { aQuery } from "../contracts/search-engine";
import { tempDatabase } from "../support/temp";

const folder = fileURLToPath(new URL("../../seeds", import.meta.url));

test("a city is found by its French and Spanish names, its practices too", async () => {
  const database = await tempDatabase();
  await loadSeeds(database.db, folder, new Date());
  const engine = createSqliteEngine(database);
  const entries: SearchEntry[] = [];
  for await (const entry of searchEntries(database.db)) entries.push(entry);
  await engine.put(entries);
  const foundBy = async (text: string, language: string) => {
    const { hits } = await engine.search(aQuery({ text, language, perPage: 20 }));
    return hits.map(({ id }) => id);
  };

  for (const [name, language, city, practice] of [
    ["Viena", "es", "vienna", "vienna-human-rights-office"],
    ["Vienne", "fr", "vienna", "vienna-human-rights-office"],
    ["Ginebra", "es", "geneva", "geneva-participatory-methods"],
    ["Genève", "fr", "geneva", "geneva-participatory-methods"],
    ["Ciudad de México", "es", "mexico-city", "mexico-city-priority-groups"],
    ["Katmandou", "fr", "kathmandu", "kathmandu-basic-income"],
  ] as const) {
    const found = await foundBy(name, language);
    expect(found[0], name).toBe(city);
    expect(found, name).toContain(practice);
  }
  expect(entries.find(({ id }) => id === "seoul")?.names).toEqual(["Séoul", "Seúl"]);
  expect(entries.find(({ id }) => id === "graz")?.names).toEqual([]);
});
