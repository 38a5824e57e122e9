import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const seeds = join(import.meta.dirname, "../../seeds");
const sources = join(import.meta.dirname, "../../../shared/documents");
const present = existsSync(sources);
if (!present) console.warn(`The source documents are not at ${sources}: whether seeds copy them is not tested.`);

/** So many words in a row are copied; fewer can meet by chance in what says the same. */
const copied = 7;

/** What has no other words: names and titles, beside the names of the seeded organisations, networks and documents. */
const names = [
  // A body of the Council of Europe, named without its mother organisation.
  "Congress of Local and Regional Authorities",
  // What cities signed in Geneva.
  "Human Rights and Cultural Heritage: committed cities working together",
  // Publications that tools recommend for further reading.
  "Jasmien Deklerck, From Commitment to Responsibility for Human Rights in Cities and Regions",
  "Isabella Meier, Research on Human Rights at the Local and Regional Levels: Methods, Practices, Approaches",
  "Karina Gomes and Markus Möstl, Implementing Human Rights and the 2030 Agenda for Sustainable Development at the Local Level: Key Issues and Examples",
  // A declaration of the United Nations, by the name in everyday use.
  "Declaration on Human Rights Defenders",
];

/** Fields that quote a publication as its title page prints it. */
const bibliographic = /^documents\/\S+ (title|short_title|event|publisher)$/;

interface Text {
  file: string;
  field: string;
  text: string;
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[\p{L}\p{N}']+/gu) ?? [];

/** The runs of words that the text shares with a source, each as long as it goes. */
function sharedRuns(text: string, runsOfSources: Set<string>): string[] {
  const own = words(text);
  const shared: string[] = [];
  for (let start = 0; start + copied <= own.length; start++) {
    let end = start + copied;
    if (!runsOfSources.has(own.slice(start, end).join(" "))) continue;
    while (end < own.length && runsOfSources.has(own.slice(end - copied + 1, end + 1).join(" "))) end++;
    shared.push(own.slice(start, end).join(" "));
    start = end - 1;
  }
  return shared;
}

const runsOf = (texts: string[]): Set<string> =>
  new Set(
    texts.flatMap((text) => {
      const all = words(text);
      return all.slice(0, 1 - copied).map((_, start) => all.slice(start, start + copied).join(" "));
    }),
  );

/** The text with a gap, which no source has, in the place of each name. */
function withoutNames(text: string, allowed: string[]): string {
  const bare = ` ${words(text).join(" ")} `;
  const longestFirst = allowed.map((name) => ` ${words(name).join(" ")} `).sort((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, name) => rest.replaceAll(name, " nameofsomething "), bare);
}

/** Every text of the seeds but the vocabularies' terms; an editor's note quotes the original in quotation marks. */
function seedTexts(): Text[] {
  const files = readdirSync(seeds, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".yaml") && !/^(vocabularies|thesaurus)/.test(file),
  );
  return files.sort().flatMap((file) =>
    textsIn(parse(readFileSync(join(seeds, file), "utf8"), { schema: "failsafe" }), []).map(({ path, text }) => ({
      file,
      field: path.join("."),
      text: path.includes("notes") ? text.replaceAll(/"[^"]*"/g, " nameofsomething ") : text,
    })),
  );
}

function textsIn(value: unknown, path: string[]): { path: string[]; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, [...path, key]));
}

function copiedPlaces(texts: Text[], allowed: string[], runsOfSources: Set<string>): string[] {
  return texts
    .filter(({ file, field }) => !bibliographic.test(`${file} ${field}`))
    .flatMap(({ file, field, text }) =>
      sharedRuns(withoutNames(text, allowed), runsOfSources).map((run) => `${file} ${field}: “${run}”`),
    );
}

describe("what counts as copied", () => {
  const source = "The City’s Rights Office opened, in three districts, its doors to women who face violence.";
  const places = (text: string, allowed: string[] = []) =>
    copiedPlaces([{ file: "tools/desk.yaml", field: "steps.0", text }], allowed, runsOf([source]));

  test("seven words in a row, told with file, field and words, whatever marks stand between them", () => {
    expect(places("A desk. In **three** districts, its doors to women: open!")).toEqual([
      "tools/desk.yaml steps.0: “in three districts its doors to women”",
    ]);
    expect(places("We heard: the city's rights office opened in three districts its doors, and more.")).toEqual([
      "tools/desk.yaml steps.0: “the city's rights office opened in three districts its doors”",
    ]);
  });

  test("neither six words nor the other order nor a name", () => {
    expect(places("In three districts its doors to everybody.")).toEqual([]);
    expect(places("Its doors to women, in three districts, the office opened.")).toEqual([]);
    expect(places("In three districts its doors to women", ["Three Districts"])).toEqual([]);
  });
});

describe.skipIf(!present)("the seeds and the source documents (../shared/documents)", () => {
  const texts = seedTexts();
  const named = texts.filter(
    ({ file, field }) =>
      (/^(organisations|networks)\.yaml$/.test(file) && /^\d+\.name$/.test(field)) ||
      (file.startsWith("documents/") && field === "title"),
  );

  const runsOfSources = runsOf(
    present ? readdirSync(sources).map((file) => readFileSync(join(sources, file), "utf8")) : [],
  );
  const placesBut = (allowed: string[]) =>
    copiedPlaces(texts, [...allowed, ...named.map(({ text }) => text)], runsOfSources);

  test("share no seven words in a row, but for names", () => {
    expect(runsOfSources.size).toBeGreaterThan(5_000);
    expect(texts.length).toBeGreaterThan(2_000);
    expect(placesBut(names)).toEqual([]);
  });

  test.each(names)("would not pass without the name %s", (name) => {
    expect(placesBut(names.filter((other) => other !== name))).not.toEqual([]);
  });
});
