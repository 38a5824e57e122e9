import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readSeeds } from "~seeds/read-seeds.server";
import { SeedError } from "~seeds/seed-error";
import { tempFolder } from "../../support/temp";

const label = "{ en: Name, fr: Nom, es: Nombre }";

/** A small seeds folder in which everything is sound: a file for each noun. */
export const soundSeeds: Record<string, string> = {
  "vocabularies/themes.yaml": `- { code: housing, label: ${label} }\n- { code: budgeting, label: ${label} }\n`,
  "vocabularies/rights.yaml": `- { code: adequate-housing, label: ${label}, maps_to: UDHR 25 }\n`,
  "vocabularies/groups.yaml": `- { code: women, label: ${label} }\n`,
  "vocabularies/goals.yaml": `- { code: 16, label: ${label} }\n`,
  "vocabularies/targets.yaml": `- { code: 16.1, parent: 16, label: ${label} }\n- { code: 16.10, parent: 16, label: ${label} }\n`,
  "vocabularies/regions.yaml": `- { code: europe, m49: 150, label: ${label} }\n- { code: western-europe, m49: 155, parent: europe, label: ${label} }\n`,
  "vocabularies/countries.yaml": `- { code: AT, iso3: AUT, m49: 040, region: western-europe, label: ${label} }\n`,
  "cities.yaml":
    "- { slug: vienna, name: Vienna, kind: city, country: AT, latitude: 48.2, longitude: 16.37, population_band: 1m-5m }\n",
  "organisations.yaml": "- { slug: uclg, name: United Cities, kind: local-government-association, summary: Cities. }\n",
  "networks.yaml": "- { slug: iccar, name: Coalition, organisation: uclg, summary: A network. }\n",
  "thesaurus.yaml": "- en: [woman, women]\n  fr: [femme]\n",
  "concordance.yaml":
    "- { from: hrgl-2023/recommendation-1, to: hrgl-2022/recommendation-1, type: extends, note: It adds budgets. }\n",
  "documents/hrgl-2022.yaml": documentFile("hrgl-2022", "2022"),
  "documents/hrgl-2023.yaml": documentFile("hrgl-2023", "2023-02-07"),
  "tools/budget-tool.yaml": `slug: budget-tool
title: Budget tool
summary: A tool.
what_it_is: It is.
when_to_use: Often.
steps: [Begin., End.]
who_does_it: The city.
what_it_needs: Time.
pitfalls: None.
how_to_know: Ask.
further_reading:
  - { title: The document, provision: hrgl-2023/recital-a }
themes: [budgeting]
answers:
  - { provision: hrgl-2023/recommendation-1, note: It helps. }
`,
  "practices/vienna-office.yaml": `slug: vienna-office
title: An office
summary: An office for human rights.
city: vienna
depth: snapshot
stage: ongoing
started: 2015
year: 2015
what_was_done: The city opened an office.
themes: [housing]
rights: [adequate-housing]
groups: [women]
targets: [16.10]
sources: [hrgl-2023/recital-a]
links:
  - { to: hrgl-2023/recommendation-1, type: implements, note: It does. }
tools:
  - { tool: budget-tool, note: It uses it. }
`,
  "case-studies/vienna-study.yaml": `slug: vienna-study
title: A study
summary: How Vienna did it.
city: vienna
year: 2019
what_was_done: The city acted.
method: Reading.
limits: One source.
sources: [hrgl-2023/recital-a]
`,
};

function documentFile(slug: string, date: string): string {
  return `slug: ${slug}
kind: outcome-document
title: Outcome document
short_title: HRGL
date: ${date}
language: en
summary: What the participants said.
provisions:
  - eId: recital-a
    label: a
    kind: recital
    summary: They recall.
    themes: [housing]
  - eId: recommendation-1
    label: 1
    kind: recommendation
    summary: They recommend.
    targets: [16.1]
    why: [recital-a]
    notes: [The original has an error here.]
`;
}

/** Writes a seeds folder for this test; `changes` replaces files, null leaves one out. */
export function seedFolder(changes: Record<string, string | null> = {}): string {
  const folder = join(tempFolder(), "seeds");
  for (const [name, content] of Object.entries({ ...soundSeeds, ...changes })) {
    if (content === null) continue;
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A sound file with one piece of it replaced. */
export function broken(name: string, from: string, to: string): Record<string, string> {
  const content = soundSeeds[name] ?? "";
  if (!content.includes(from)) throw new Error(`${name} does not hold “${from}”`);
  return { [name]: content.replace(from, to) };
}

/** The problems of a folder as `file:line message`, files named from the folder. */
export function problemsOf(folder: string): string[] {
  try {
    readSeeds(folder);
    return [];
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    return error.problems.map(({ file, line, message }) => `${file.slice(folder.length + 1)}:${line} ${message}`);
  }
}
