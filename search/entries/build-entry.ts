import { type EntryTable, entryPath } from "~db/schema/entry";
import { evidenceLevels } from "~db/schema/link";
import type { Vocabulary } from "~db/schema/vocabulary";
import { paragraphs } from "../plain-text";
import { facetNames, type SearchEntry } from "../port";
import type { Parts } from "./parts.server";
import type { VocabularyLabels } from "./vocabulary-labels.server";

type EntryRow = Pick<EntryTable, "id" | "kind" | "title" | "summary" | "language">;
/** What the tables of a kind add to what all entries have. */
type Own = Partial<Pick<SearchEntry, "title" | "names" | "text" | "date" | "facets" | "location" | "keywords">> & {
  country?: string | null;
  city?: string;
  document?: string;
  year?: number | string | null;
  review?: string;
};

/** Composes what the index knows of an entry; null when it is not to be found: a provision that its document has dropped. */
export function buildEntry(row: EntryRow, parts: Parts, labels: VocabularyLabels): SearchEntry | null {
  const own = ownOf(row, parts);
  if (!own) return null;
  const terms = parts.terms.get(row.id) ?? [];
  const links = parts.outgoing.get(row.id) ?? [];
  const codes = (vocabulary: string) => terms.filter((term) => term.vocabulary === vocabulary).map((term) => term.code);
  const toPractice = links.filter((link) => ["implements", "supports", "illustrates", "answers"].includes(link.type));
  const used = [
    ...links.filter((link) => link.type === "uses").map((link) => ({ id: link.to_id, title: link.title })),
    ...(parts.tools.get(row.id) ?? []),
  ];
  const evidence = [...evidenceLevels].reverse().find((level) => links.some((link) => link.evidence === level));
  const facets = Object.fromEntries(facetNames.map((facet) => [facet, [] as string[]])) as SearchEntry["facets"];
  facets.type = [row.kind];
  facets.theme = codes("theme");
  facets.right = codes("right");
  facets.group = codes("group");
  facets.sdg = unique([
    ...codes("goal").flatMap((code) => labels.sdgPath("goal", code)),
    ...codes("target").flatMap((code) => labels.sdgPath("target", code)),
  ]);
  facets.tool = unique([...(row.kind === "tool" ? [row.id] : []), ...used.map((tool) => tool.id)]);
  facets.recommendation = unique(
    toPractice.filter((link) => link.provision_kind === "recommendation").map((link) => link.to_id),
  );
  facets.region = own.country ? labels.regionPath(own.country) : [];
  facets.country = own.country ? [own.country] : [];
  facets.city = own.city ? [own.city] : [];
  facets.document = own.document ? [own.document] : [];
  facets.year = own.year ? [String(own.year)] : [];
  facets.language = [row.language];
  facets.evidence = evidence ? [evidence] : [];
  facets.review = own.review ? [own.review] : [];
  return {
    id: row.id,
    kind: row.kind,
    language: row.language,
    title: own.title ?? row.title,
    names: own.names ?? [],
    summary: paragraphs(row.summary),
    text: own.text ?? "",
    keywords: unique([
      ...(own.keywords ?? []),
      ...terms.flatMap((term) => labels.termLabels(term.vocabulary as Vocabulary, term.code)),
      ...facets.sdg.map((code) => `SDG ${code}`),
      ...(parts.tags.get(row.id) ?? []).map((tag) => tag.label),
      ...used.map((tool) => tool.title),
      ...(own.country ? [...labels.countryLabels(own.country), ...labels.regionLabels(own.country)] : []),
    ]),
    url: entryPath(row),
    date: own.date ?? null,
    facets,
    location: own.location ?? null,
  };
}

function ownOf(row: EntryRow, parts: Parts): Own | null {
  switch (row.kind) {
    case "document":
      return documentOf(row, parts);
    case "provision":
      return provisionOf(row, parts);
    case "practice":
    case "case-study":
      return experienceOf(row, parts);
    case "tool":
      return toolOf(row, parts);
    case "city":
      return cityOf(row, parts);
    case "organisation": {
      const organisation = parts.organisations.get(row.id);
      return organisation ? { names: present(organisation.acronym), country: organisation.country_code } : null;
    }
    case "network": {
      const network = parts.networks.get(row.id);
      return network ? { names: present(network.acronym) } : null;
    }
  }
}

function documentOf(row: EntryRow, parts: Parts): Own | null {
  const document = parts.documents.get(row.id);
  if (!document) return null;
  const { short_title, event, publisher, date } = document;
  return {
    names: short_title === row.title ? [] : [short_title],
    text: paragraphs(event, publisher),
    date,
    document: row.id,
    year: date?.slice(0, 4) ?? null,
  };
}

function provisionOf(row: EntryRow, parts: Parts): Own | null {
  const provision = parts.provisions.get(row.id);
  if (!provision || provision.current === 0) return null;
  const { short_title, heading, text, speaker, affiliation, date, document_id } = provision;
  // A section is called by its heading, which its text begins with: once is enough.
  const named = !heading || heading.toLowerCase() === row.title.toLowerCase();
  const body = heading && text?.startsWith(heading) ? text.slice(heading.length).trimStart() : text;
  return {
    title: `${short_title}, ${row.title}${named ? "" : `: ${heading}`}`,
    // A provision's text is no Markdown: it is kept to the letter.
    text: [body, [speaker, affiliation].filter(Boolean).join(", ")].filter(Boolean).join("\n\n"),
    date,
    document: document_id,
    year: date?.slice(0, 4) ?? null,
  };
}

function experienceOf(row: EntryRow, parts: Parts): Own | null {
  const practice = parts.practices.get(row.id);
  const study = parts.caseStudies.get(row.id);
  const experience = practice ?? study;
  if (!experience) return null;
  return {
    text: paragraphs(
      experience.what_was_done,
      experience.situation_before,
      experience.results,
      experience.challenges,
      experience.lessons_learned,
      experience.objectives,
      experience.legal_basis,
      experience.participation,
      experience.resources,
      experience.sustainability,
      experience.transfer_conditions,
      ...rowsAsTexts(experience.evidence),
      experience.enabling_factors,
      experience.building_blocks,
      study?.method,
      study?.limits,
      study?.ethics,
      experience.authors,
      experience.lead_body,
      experience.partners,
      ...rowsAsTexts(experience.partner_rows),
      experience.staff,
      experience.references,
      study?.research_sources,
    ),
    keywords: [experience.city_name, ...present(experience.name_fr, experience.name_es)],
    // The year is what the sources tell; when it started says more, where it is known.
    date: experience.started ?? String(experience.year),
    city: experience.city_id,
    country: experience.country_code,
    year: experience.year,
    review: experience.review_status,
    location: { latitude: experience.latitude, longitude: experience.longitude },
  };
}

/** A table of the template, a paragraph for each of its rows. */
const rowsAsTexts = (rows: string | null): string[] =>
  rows === null ? [] : (JSON.parse(rows) as Record<string, string>[]).map((row) => Object.values(row).join(" "));

function toolOf(row: EntryRow, parts: Parts): Own | null {
  const tool = parts.toolTexts.get(row.id);
  if (!tool) return null;
  const { what_it_is, when_to_use, steps, who_does_it, what_it_needs, pitfalls, how_to_know } = tool;
  return {
    names: JSON.parse(tool.aliases) as string[],
    text: paragraphs(
      what_it_is,
      when_to_use,
      ...(JSON.parse(steps) as string[]),
      who_does_it,
      what_it_needs,
      pitfalls,
      how_to_know,
    ),
  };
}

function cityOf(row: EntryRow, parts: Parts): Own | null {
  const city = parts.cities.get(row.id);
  if (!city) return null;
  const { latitude, longitude, country_code, name_fr, name_es } = city;
  return { names: present(name_fr, name_es), city: row.id, country: country_code, location: { latitude, longitude } };
}

function present(...names: (string | null)[]): string[] {
  return names.filter((name) => name !== null);
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
