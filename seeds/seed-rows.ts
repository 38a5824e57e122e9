import type { Insertable } from "kysely";
import type { Database } from "~db/schema/database";
import type { EntryKind } from "~db/schema/entry";
import type { Evidence, LinkType } from "~db/schema/link";
import type { Vocabulary } from "~db/schema/vocabulary";
import { provisionTitle } from "./provision-title";
import type { Seeds } from "./read-seeds.server";
import type { CaseStudySeed } from "./schemas/case-study";
import type { PracticeSeed } from "./schemas/practice";
import type { TermSeed } from "./schemas/vocabulary";

/** The tables that seeds fill, each after those that it refers to. */
export const seededTables = [
  "region",
  "country",
  "term",
  "entry",
  "entry_term",
  "city",
  "organisation",
  "network",
  "document",
  "provision",
  "provision_note",
  "tool",
  "practice",
  "case_study",
  "link",
  "source",
  "outbox",
] as const satisfies (keyof Database)[];

export type SeedRows = { [Table in (typeof seededTables)[number]]: Insertable<Database[Table]>[] };

type EntryText = { title: string; summary?: string; language?: string; updated: string };
type Subjects = { themes: string[]; rights: string[]; groups: string[]; targets: string[] };
type Link = { from: string; to: string; type: LinkType; evidence?: Evidence; note?: string };

/** The rows that the seeds become; `now` (ISO 8601 UTC) is when the index hears of them. */
export function seedRows(seeds: Seeds, now: string): SeedRows {
  const rows: SeedRows = {
    region: seeds.regions.map(({ code, m49, parent, label }) => ({
      ...{ code, m49, parent_code: parent ?? null },
      ...labels(label),
    })),
    country: seeds.countries.map(({ code, iso3, m49, region, label }) => ({
      ...{ code, iso3, m49, region_code: region },
      ...labels(label),
    })),
    term: [
      ...termRows("theme", seeds.themes),
      ...termRows("right", seeds.rights),
      ...termRows("group", seeds.groups),
      ...termRows("goal", seeds.goals),
      ...termRows("target", seeds.targets),
    ],
    ...{ entry: [], entry_term: [], city: [], organisation: [], network: [], document: [], provision: [] },
    ...{ provision_note: [], tool: [], practice: [], case_study: [], link: [], source: [], outbox: [] },
  };

  const addEntry = (kind: EntryKind, id: string, { title, summary = "", language = "en", updated }: EntryText) => {
    // Pages date an entry by its seed, not by the day on which somebody installed the library.
    const written = new Date(updated).toISOString();
    const dates = { published_at: written, created_at: written, updated_at: written };
    rows.entry.push({ id, kind, title, summary: summary || null, language, ...dates });
    rows.outbox.push({ kind, entry_id: id, created_at: now });
  };
  const addTerms = (id: string, { themes, rights, groups, targets }: Subjects) => {
    const add = (vocabulary: Vocabulary, codes: string[]) =>
      rows.entry_term.push(...codes.map((code) => ({ entry_id: id, vocabulary, code })));
    add("theme", themes);
    add("right", rights);
    add("group", groups);
    add("target", targets);
  };
  const addLink = ({ from, to, type, evidence, note }: Link) => {
    const id = `${from}>${type}>${to}`;
    rows.link.push({ id, from_id: from, to_id: to, type, evidence: evidence ?? null, note: note ?? null });
  };
  const addExperience = (kind: EntryKind, seed: PracticeSeed | CaseStudySeed) => {
    addEntry(kind, seed.slug, seed);
    addTerms(seed.slug, seed);
    for (const { to, type, note } of seed.links) addLink({ from: seed.slug, to, type, evidence: "claimed", note });
    for (const { tool, note } of seed.tools) {
      addLink({ from: seed.slug, to: tool, type: "uses", evidence: "claimed", note });
    }
    rows.source.push(...seed.sources.map((provision_id) => ({ entry_id: seed.slug, provision_id })));
  };

  for (const city of seeds.cities) {
    addEntry("city", city.slug, { title: city.name, summary: city.summary, updated: city.updated });
    rows.city.push({
      id: city.slug,
      kind: city.kind,
      name_fr: city.names?.fr ?? null,
      name_es: city.names?.es ?? null,
      country_code: city.country,
      latitude: city.latitude,
      longitude: city.longitude,
      geonames_id: city.geonames_id ?? null,
      population_band: city.population_band ?? null,
    });
  }
  for (const { slug, name, acronym = null, kind, country = null, website = null, ...entry } of seeds.organisations) {
    addEntry("organisation", slug, { title: name, ...entry });
    rows.organisation.push({ id: slug, acronym, kind, country_code: country, website });
  }
  for (const { slug, name, acronym = null, organisation = null, website = null, ...entry } of seeds.networks) {
    addEntry("network", slug, { title: name, ...entry });
    rows.network.push({ id: slug, acronym, organisation_id: organisation, website });
  }
  for (const document of seeds.documents) {
    const { language, updated } = document;
    addEntry("document", document.slug, document);
    rows.document.push({
      id: document.slug,
      kind: document.kind,
      short_title: document.short_title,
      date: document.date ?? null,
      event: document.event ?? null,
      publisher: document.publisher ?? null,
      source_url: document.source_url ?? null,
      where_to_get: document.where_to_get ?? null,
      current_version: null,
    });
    for (const [position, provision] of document.provisions.entries()) {
      const id = `${document.slug}/${provision.eId}`;
      const { eId: eid, kind, label = null, summary } = provision;
      addEntry("provision", id, { title: provisionTitle(eid), summary, language, updated });
      addTerms(id, provision);
      rows.provision.push({ id, document_id: document.slug, eid, kind, label, position, current: 1 });
      rows.provision_note.push(...provision.notes.map((note, position) => ({ provision_id: id, position, note })));
      for (const recital of provision.why) addLink({ from: `${document.slug}/${recital}`, to: id, type: "motivates" });
    }
  }
  for (const { from, to, type, note } of seeds.concordance) addLink({ from, to, type, note });
  for (const tool of seeds.tools) {
    const { slug: id, what_it_is, when_to_use, who_does_it, what_it_needs, pitfalls, how_to_know } = tool;
    addEntry("tool", id, tool);
    addTerms(id, tool);
    for (const { provision, note } of tool.answers) addLink({ from: id, to: provision, type: "answers", note });
    rows.tool.push({
      ...{ id, what_it_is, when_to_use, who_does_it, what_it_needs, pitfalls, how_to_know },
      aliases: JSON.stringify(tool.aliases),
      steps: JSON.stringify(tool.steps),
      further_reading: JSON.stringify(tool.further_reading),
    });
  }
  for (const seed of seeds.practices) {
    addExperience("practice", seed);
    rows.practice.push({
      ...experienceColumns(seed),
      depth: seed.depth,
      contact: seed.contact ?? null,
      objectives: seed.objectives ?? null,
      legal_basis: seed.legal_basis ?? null,
      participation: seed.participation ?? null,
      resources: seed.resources ?? null,
      sustainability: seed.sustainability ?? null,
      transfer_conditions: seed.transfer_conditions ?? null,
    });
  }
  for (const seed of seeds.caseStudies) {
    addExperience("case-study", seed);
    rows.case_study.push({
      ...experienceColumns(seed),
      method: seed.method,
      research_period: seed.research_period ?? null,
      limits: seed.limits,
      authors: seed.authors ?? null,
      fact_check: "not-asked",
    });
  }
  return rows;
}

const labels = ({ en, fr, es }: TermSeed["label"]) => ({ label_en: en, label_fr: fr, label_es: es });

const termRows = (vocabulary: Vocabulary, terms: (Omit<TermSeed, "parent"> & { parent?: string })[]) =>
  terms.map(({ code, parent, label, description, description_fr, description_es, maps_to }, position) => ({
    ...{ vocabulary, code, position },
    ...{ parent_code: parent ?? null, description: description ?? null, maps_to: maps_to ?? null },
    ...{ description_fr: description_fr ?? null, description_es: description_es ?? null },
    ...labels(label),
  }));

const experienceColumns = (seed: PracticeSeed | CaseStudySeed) => ({
  id: seed.slug,
  city_id: seed.city,
  stage: seed.stage,
  started: seed.started ?? null,
  ended: seed.ended ?? null,
  year: seed.year,
  lead_body: seed.lead_body ?? null,
  partners: seed.partners ?? null,
  situation_before: seed.situation_before ?? null,
  what_was_done: seed.what_was_done,
  results: seed.results ?? null,
  challenges: seed.challenges ?? null,
  lessons_learned: seed.lessons_learned ?? null,
  review_status: "not-reviewed" as const,
  licence: "CC-BY-4.0",
});
