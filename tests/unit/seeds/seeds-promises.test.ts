import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readSeeds } from "~seeds/read-seeds.server";
import { seedRows } from "~seeds/seed-rows";

const folder = fileURLToPath(new URL("../../../seeds", import.meta.url));
const seeds = readSeeds(folder);
const rows = seedRows(seeds, new Date().toISOString());
const experiences = [...seeds.practices, ...seeds.caseStudies];

/** a … z, aa, bb … as the outcome documents count. */
const letters = (count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(97 + (index % 26)).repeat(index < 26 ? 1 : 2));

describe.each([
  ["hrgl-2022", 18, 14],
  ["hrgl-2023", 36, 12],
  ["hrgl-2024", 36, 14],
])("%s", (slug, recitals, recommendations) => {
  const provisions = seeds.documents.find((document) => document.slug === slug)?.provisions ?? [];
  const described = provisions.filter(({ kind }) => kind === "recital" || kind === "recommendation");

  test(`has its ${recitals} recitals and ${recommendations} recommendations, in order`, () => {
    expect(described.map(({ eId }) => eId)).toEqual([
      ...letters(recitals).map((letter) => `recital-${letter}`),
      ...Array.from({ length: recommendations }, (_, index) => `recommendation-${index + 1}`),
    ]);
  });

  test("has a summary of its own and a theme for each of them", () => {
    const bare = described.filter(({ summary, themes }) => summary.split(/\s+/).length < 5 || themes.length === 0);
    expect(bare.map(({ eId }) => eId)).toEqual([]);
    expect(new Set(described.map(({ summary }) => summary)).size).toBe(described.length);
  });

  test("says of each recommendation which right or target it serves, and which recitals give its reason", () => {
    const bare = described.filter(
      ({ kind, rights, targets, why }) =>
        kind === "recommendation" && (rights.length + targets.length === 0 || why.length === 0),
    );
    expect(bare.map(({ eId }) => eId)).toEqual([]);
  });
});

test("the report of 2019 has its 24 quotations, six recommendations with summary and theme", () => {
  const provisions = seeds.documents.find(({ slug }) => slug === "uclg-ohchr-2019")?.provisions ?? [];
  expect(provisions.filter(({ kind }) => kind === "quotation")).toHaveLength(24);
  const roadmap = provisions.filter(({ eId }) => /^recommendation-\d$/.test(eId));
  expect(roadmap.map(({ themes }) => themes.length > 0)).toEqual(Array(6).fill(true));
});

test("there are at least 18 tools, and 24 practices and case studies", () => {
  expect(seeds.tools.length).toBeGreaterThanOrEqual(18);
  expect(experiences.length).toBeGreaterThanOrEqual(24);
});

test("each tool answers a recommendation, and says what it is and how to go about it", () => {
  for (const { slug, answers, steps, further_reading } of seeds.tools) {
    expect(
      answers.some(({ provision }) => provision.includes("/recommendation-")),
      slug,
    ).toBe(true);
    expect(steps.length, slug).toBeGreaterThanOrEqual(3);
    expect(further_reading.length, slug).toBeGreaterThanOrEqual(1);
  }
});

test.each([
  ...["montevideo", "pikine", "atlanta", "gwangju", "vienna", "barcelona", "mexico-city", "jember"],
  ...["kathmandu", "douala", "ariana", "rome", "geneva", "paris", "plaine-commune", "utrecht"],
])("%s tells practices or case studies, each with its source, a tool, and answers that are claimed", (city) => {
  const own = experiences.filter((experience) => experience.city === city).map(({ slug }) => slug);
  expect(own.length).toBeGreaterThan(0);
  for (const slug of own) {
    const sources = rows.source.filter(({ entry_id }) => entry_id === slug).map(({ provision_id }) => provision_id);
    expect(
      sources.filter((id) => !id.startsWith("uclg-ohchr-2019/")),
      slug,
    ).toEqual([]);
    expect(sources.length, slug).toBeGreaterThan(0);
    const links = rows.link.filter(({ from_id }) => from_id === slug);
    const answers = links.filter(({ type, to_id }) => type !== "uses" && to_id.includes("/recommendation-"));
    const tools = links.filter(({ type }) => type === "uses");
    expect([answers.length > 0, tools.length > 0], `${slug}: answers, tools`).toEqual([true, true]);
    expect(
      links.filter(({ evidence }) => evidence !== "claimed"),
      slug,
    ).toEqual([]);
  }
});

test("the README counts what a new installation holds", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8").replace(/\s+/g, " ");
  const { tools, practices, caseStudies, documents, cities } = seeds;
  expect(documents).toHaveLength(6);
  expect(readme).toContain(
    `summaries of six documents, ${tools.length} tools, ${practices.length} practices and ${caseStudies.length} case studies of ${cities.length} cities`,
  );
});

test("what a term means is said in the three languages of the interface", () => {
  const meant = rows.term.filter(({ description }) => description);
  expect(meant.length).toBeGreaterThan(90);
  const untold = meant.filter(
    ({ description, description_fr: fr, description_es: es }) => !fr || !es || fr === description || es === description,
  );
  expect(untold.map(({ code }) => code)).toEqual([]);
});

test("apostrophes in what readers see are the typographic ones", () => {
  expect(JSON.stringify(rows).match(/.{0,30}\p{L}'\p{L}.{0,30}/gu) ?? []).toEqual([]);
});
