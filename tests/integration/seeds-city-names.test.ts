import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { getCity, listCities } from "~/domain/cities/city-queries.server";
import { listLinksTo } from "~/domain/links/link-queries.server";
import { listExperiences } from "~/domain/practices/experience-queries.server";
import { labelFacets } from "~/domain/search/facet-labels.server";
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

test("lists, pages, links and filters call a city as the reader's language does", async () => {
  const { db } = await tempDatabase();
  await loadSeeds(db, folder, new Date());
  const vienna = { en: "Vienna", fr: "Vienne", es: "Viena" };
  const cities = new Map((await listCities(db)).map(({ id, name }) => [id, name]));
  expect(cities.get("vienna")).toEqual(vienna);
  expect(cities.get("graz")).toEqual({ en: "Graz", fr: "Graz", es: "Graz" });
  expect(cities.get("montreal")).toEqual({ en: "Montreal", fr: "Montréal", es: "Montreal" });
  expect((await getCity(db, "vienna"))?.experiences.map(({ city }) => city.name)).toContainEqual(vienna);
  const { lines } = await listExperiences(db, "practice", { limit: 100, offset: 0 }, "vienna");
  expect(lines.map(({ city }) => city.name)).toEqual([vienna, vienna]);
  const using = await listLinksTo(db, "human-rights-office");
  expect(using.find(({ other }) => other.id === "vienna-human-rights-office")?.other.city).toEqual(vienna);
  const label = async (language: "en" | "es") =>
    (await labelFacets(db, { city: ["vienna", "graz"] }, language)).city?.get("vienna");
  expect([await label("en"), await label("es")]).toEqual(["Vienna", "Viena"]);
});
