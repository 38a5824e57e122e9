import { basename } from "node:path";
import { provisionKinds } from "~db/schema/provision";
import { knownCodes } from "./known-codes";
import type { LocatedSeeds } from "./locate-seeds.server";
import { ReferenceChecks } from "./reference-checks";
import type { SeedProblem } from "./seed-error";
import type { Located } from "./seed-file.server";

/** Checks what no schema can: every code and reference leads somewhere, and no entry has the id of another. */
export function checkReferences(seeds: LocatedSeeds, problems: SeedProblem[]): void {
  const checks = new ReferenceChecks(knownCodes(seeds), problems);
  checkVocabularies(seeds, checks);
  checkPlaces(seeds, checks);
  checkDocuments(seeds, checks);
  checkConcordance(seeds, checks);
  checkTools(seeds, checks);
  for (const item of [...seeds.practices, ...seeds.caseStudies]) checkExperience(item, checks);
  for (const item of [...seeds.documents, ...seeds.tools, ...seeds.practices, ...seeds.caseStudies]) {
    const slug = item.value?.slug;
    if (slug !== undefined && basename(item.file) !== `${slug}.yaml`) {
      checks.report(item, ["slug"], `slug “${slug}” is not the name of its file`);
    }
  }
  checkIds(seeds, checks);
}

function checkVocabularies(seeds: LocatedSeeds, checks: ReferenceChecks): void {
  const { themes, rights, groups, goals, targets, regions, countries } = seeds;
  for (const [noun, items] of Object.entries({ themes, rights, groups, goals, targets, regions, countries })) {
    const codes = items.flatMap((item) => (item.value ? [{ item, path: ["code"], key: item.value.code }] : []));
    checks.areUnique(`code in ${noun}:`, codes);
  }
  for (const item of themes) checks.isKnown(item, ["parent"], "theme", item.value?.parent);
  for (const item of rights) checks.isKnown(item, ["parent"], "right", item.value?.parent);
  for (const item of groups) checks.isKnown(item, ["parent"], "group", item.value?.parent);
  for (const [index, item] of regions.entries()) {
    const parent = item.value?.parent;
    checks.isKnown(item, ["parent"], "region", parent);
    // A region's row must be in the database before those of its parts.
    const later = regions.slice(index).some(({ value }) => value?.code === parent && parent !== undefined);
    if (later) checks.report(item, ["parent"], `region “${parent}” must stand before its part “${item.value?.code}”`);
  }
  for (const item of countries) checks.isKnown(item, ["region"], "region", item.value?.region);
  for (const item of targets) {
    checks.isKnown(item, ["parent"], "goal", item.value?.parent);
    if (item.value && item.value.code.split(".")[0] !== item.value.parent) {
      checks.report(item, ["parent"], `target ${item.value.code} is no target of goal ${item.value.parent}`);
    }
  }
}

function checkPlaces(seeds: LocatedSeeds, checks: ReferenceChecks): void {
  for (const item of seeds.cities) checks.isKnown(item, ["country"], "country", item.value?.country);
  for (const item of seeds.organisations) checks.isKnown(item, ["country"], "country", item.value?.country);
  for (const item of seeds.networks) checks.isKnown(item, ["organisation"], "organisation", item.value?.organisation);
}

function checkDocuments(seeds: LocatedSeeds, checks: ReferenceChecks): void {
  for (const item of seeds.documents) {
    for (const [index, provision] of item.value?.provisions.entries() ?? []) {
      const path = ["provisions", index];
      checks.areSubjects(item, path, provision);
      checks.namedOnce(item, [...path, "why"], provision.why);
      const [named, ...rest] = provision.eId.split("-");
      if (rest.length === 1 && provisionKinds.some((kind) => kind === named) && named !== provision.kind) {
        checks.report(item, [...path, "kind"], `kind “${provision.kind}” does not fit ${provision.eId}`);
      }
      for (const [position, eId] of provision.why.entries()) {
        const place = [...path, "why", position];
        if (provision.kind !== "recommendation") checks.report(item, place, "only a recommendation has a why");
        else if (!eId.startsWith("recital-")) checks.report(item, place, `“${eId}” is no recital`);
        else checks.isProvision(item, place, `${item.value?.slug}/${eId}`);
      }
    }
  }
}

function checkConcordance(seeds: LocatedSeeds, checks: ReferenceChecks): void {
  const dates = new Map(
    seeds.documents.flatMap(({ value }) => (value ? [[value.slug, value.date ?? ""] as const] : [])),
  );
  for (const item of seeds.concordance) {
    if (!item.value) continue;
    const { from, to } = item.value;
    checks.isProvision(item, ["from"], from);
    checks.isProvision(item, ["to"], to);
    const [later, earlier] = [from, to].map((id) => dates.get(id.split("/")[0] ?? ""));
    if (later !== undefined && earlier !== undefined && later <= earlier) {
      checks.report(item, ["from"], `${from} is not later than ${to}`);
    }
  }
  checks.areUnique(
    "link",
    seeds.concordance.flatMap((item) =>
      item.value ? [{ item, path: [], key: `${item.value.from} ${item.value.type} ${item.value.to}` }] : [],
    ),
  );
}

function checkTools(seeds: LocatedSeeds, checks: ReferenceChecks): void {
  for (const item of seeds.tools) {
    if (!item.value) continue;
    checks.areSubjects(item, [], item.value);
    for (const [index, { provision }] of item.value.answers.entries()) {
      checks.isProvision(item, ["answers", index, "provision"], provision);
    }
    const answered = item.value.answers.map(({ provision }) => provision);
    checks.namedOnce(item, ["answers"], answered);
    for (const [index, { provision }] of item.value.further_reading.entries()) {
      checks.isProvision(item, ["further_reading", index, "provision"], provision);
    }
  }
}

function checkExperience(item: LocatedExperience, checks: ReferenceChecks): void {
  if (!item.value) return;
  const { slug, city, sources, links, tools } = item.value;
  checks.isKnown(item, ["city"], "city", city);
  if (!slug.startsWith(`${city}-`)) {
    checks.report(item, ["slug"], `slug “${slug}” does not begin with its city's, “${city}-”`);
  }
  checks.areSubjects(item, [], item.value);
  for (const [index, id] of sources.entries()) checks.isProvision(item, ["sources", index], id);
  for (const [index, { to }] of links.entries()) checks.isProvision(item, ["links", index, "to"], to);
  for (const [index, { tool }] of tools.entries()) checks.isKnown(item, ["tools", index, "tool"], "tool", tool);
  checks.namedOnce(item, ["sources"], sources);
  const linked = links.map(({ to, type }) => `${type} ${to}`);
  checks.namedOnce(item, ["links"], linked);
  const used = tools.map(({ tool }) => tool);
  checks.namedOnce(item, ["tools"], used);
}

type LocatedExperience = LocatedSeeds["practices"][number] | LocatedSeeds["caseStudies"][number];

/** Slugs are one namespace over all kinds: they are ids, and parts of addresses. */
function checkIds(seeds: LocatedSeeds, checks: ReferenceChecks): void {
  const { cities, organisations, networks, documents, tools, practices, caseStudies } = seeds;
  const entries: Located<{ slug: string }>[] = [
    cities,
    organisations,
    networks,
    documents,
    tools,
    practices,
    caseStudies,
  ].flat();
  checks.areUnique(
    "slug",
    entries.flatMap((item) => (item.value ? [{ item, path: ["slug"], key: item.value.slug }] : [])),
  );
  for (const item of documents) {
    const provisions = item.value?.provisions ?? [];
    checks.areUnique(
      "eId",
      provisions.map(({ eId }, index) => ({ item, path: ["provisions", index, "eId"], key: eId })),
    );
  }
}
