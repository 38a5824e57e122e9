import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { getCity } from "~/domain/cities/city-queries.server";
import { readSource } from "~/domain/documents/import/read-source.server";
import { importDocument } from "~/domain/documents/import-document.server";
import type { Db } from "~db/client.server";
import { tempDatabase, tempFolder } from "../support/temp";

const text = `Outcome of the meeting

We, the participants,

a. Recalling the welcome by Rome,
b. Convinced that Romeo and the metropolis are no city of ours,
c. Noting the conference of Saint Denis,

encourage local governments to

1. Learn from Rome and from Riga;
2. Write to Rome.

Participants

Local governments

Riga (Latvia)
Seoul (South Korea)
`;

async function addCity(db: Db, id: string, title: string): Promise<void> {
  const at = "2026-01-01T00:00:00.000Z";
  await db
    .insertInto("entry")
    .values({
      ...{ id, kind: "city", title, summary: null, language: "en" },
      ...{ published_at: at, created_at: at, updated_at: at },
    })
    .execute();
  await db
    .insertInto("city")
    .values({
      ...{ id, kind: "city", country_code: "IT", latitude: 41.9, longitude: 12.5 },
      ...{ geonames_id: null, population_band: null },
    })
    .execute();
}

async function aLibrary(): Promise<Db> {
  const { db } = await tempDatabase();
  const label = { label_en: "Europe", label_fr: "Europe", label_es: "Europa" };
  await db
    .insertInto("region")
    .values({ code: "europe", m49: "150", parent_code: null, ...label })
    .execute();
  await db
    .insertInto("country")
    .values({ code: "IT", iso3: "ITA", m49: "380", region_code: "europe", ...label })
    .execute();
  for (const name of ["Rome", "Riga", "Saint-Denis", "Oslo"]) await addCity(db, name.toLowerCase(), name);
  const file = join(tempFolder(), "meeting.txt");
  writeFileSync(file, text);
  await importDocument(db, { source: await readSource(file), options: {} }, new Date("2026-01-15T09:30:00Z"));
  return db;
}

test("a city leads to the paragraphs that name it, and to no others", async () => {
  const db = await aLibrary();
  const named = async (id: string) => (await getCity(db, id))?.mentions.map(({ eid }) => eid);
  expect(await named("rome")).toEqual(["recital-a", "recommendation-1", "recommendation-2"]);
  expect(await named("saint-denis")).toEqual(["recital-c"]);
  expect(await named("oslo")).toEqual([]);
});

test("a city that only took part leads to the list of participants", async () => {
  const mentions = (await getCity(await aLibrary(), "riga"))?.mentions ?? [];
  expect(mentions.map(({ id, summary }) => [id, summary])).toContainEqual([
    expect.stringMatching(/^meeting\/section-/),
    "Participants",
  ]);
});
