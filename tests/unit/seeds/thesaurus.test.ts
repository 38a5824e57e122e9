import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseThesaurus, ThesaurusIndex } from "~search/query/thesaurus";
import { readThesaurus } from "~seeds/read-seeds.server";

const thesaurus = readThesaurus(fileURLToPath(new URL("../../../seeds", import.meta.url)));
const index = new ThesaurusIndex(parseThesaurus(thesaurus));
const fold = (term: string) => term.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const alsoFound = (query: string) =>
  index.find(query.split(" ")).flatMap(({ synonyms }) => synonyms.map(({ term }) => fold(term)));

test("at least 150 groups, nearly all in English, French and Spanish", () => {
  expect(thesaurus.length).toBeGreaterThanOrEqual(150);
  const bridging = thesaurus.filter(({ en, fr, es }) => en.length > 0 && fr.length > 0 && es.length > 0);
  expect(bridging.length / thesaurus.length).toBeGreaterThan(0.95);
});

test("no term stands twice in a language", () => {
  for (const language of ["en", "fr", "es", "de"] as const) {
    const terms = thesaurus.flatMap((group) => group[language].map(fold));
    expect(terms.filter((term, place) => terms.indexOf(term) < place)).toEqual([]);
  }
});

test.each([
  ["presupuesto participativo", "participatory budgeting"],
  ["budget participatif", "participatory budgeting"],
  ["Bürgerhaushalt", "participatory budgeting"],
  ["PB", "participatory budgeting"],
  ["mujer", "woman"],
  ["femmes", "woman"],
  ["HRIA", "human rights impact assessment"],
  ["CGLU", "uclg"],
  ["HCDH", "ohchr"],
  ["ODS", "sustainable development goals"],
  ["defensor del pueblo", "ombudsman"],
  ["rendición de cuentas", "accountability"],
  ["redevabilité", "accountability"],
  ["marchés publics", "procurement"],
  ["ayuntamiento", "local government"],
  ["alcalde", "mayor"],
  ["barrios", "neighbourhood"],
  ["logement", "housing"],
  ["tenants", "rental housing"],
  ["vivienda", "housing"],
  ["desalojos", "eviction"],
  ["sans-abri", "homeless"],
  ["money", "budget"],
  ["complaints desk", "redress mechanism"],
  ["watchdog", "oversight"],
  ["jóvenes", "youth"],
  ["Wohnungslosigkeit", "homeless"],
  ["éclairage", "lighting"],
  ["feuille de route", "roadmap"],
  ["porter plainte", "complaint"],
  ["critères", "criteria"],
  ["transport gratuit", "public transport"],
  ["globalización", "globalisation"],
])("“%s” also finds “%s”", (typed, found) => {
  expect(alsoFound(fold(typed).replace("-", " "))).toContain(found);
});

test.each([
  ["policies", "law enforcement"],
  ["local", "sdg localization"],
  ["rome", "gens du voyage"],
  ["access", "accessibility"],
  ["derecho", "rule of law"],
  ["integrity", "welcome of migrants"],
  ["what works", "best practice"],
  ["kind", "children"],
  ["casas", "case"],
  ["données", "give"],
])("“%s” does not drag in “%s”", (typed, wrong) => {
  expect(alsoFound(typed)).not.toContain(wrong);
});
